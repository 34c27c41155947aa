import { Link } from '@tanstack/react-router'
import { setMode, useMode } from '../../ui/mode.ts'
import { t } from '../../ui/t.ts'
import { SearchBox } from '../SearchBox.tsx'
import { Shell } from '../Shell.tsx'

const examples = ['home.example.1', 'home.example.2', 'home.example.3', 'home.example.4', 'home.example.5']

export function Home() {
  const mode = useMode()
  return (
    <Shell title={t('home.name')} titleInside>
      <h1>{t('home.title')}</h1>
      <SearchBox />
      <div className="examples">
        <span id="examples">{t('home.examples')}</span>
        <ul aria-labelledby="examples">
          {examples.map((key) => (
            <li key={key}>
              <Link className="button" to="/items" search={{ q: t(key) }}>
                {t(key)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <nav aria-label={t('home.tiles')}>
        <ul className="tiles">
          <li>
            <Tile to="/items" name="items" />
          </li>
          <li>
            <Tile to="/track" name="track" />
          </li>
          <li>
            <Tile to="/matters" name="mine" />
          </li>
          <li>
            <button type="button" className="tile" onClick={() => setMode({ ...mode, elder: !mode.elder })}>
              <strong>{t(mode.elder ? 'home.tile.normal' : 'home.tile.elder')}</strong>
              <span>{t(mode.elder ? 'home.tile.normal.hint' : 'home.tile.elder.hint')}</span>
            </button>
          </li>
        </ul>
      </nav>
      <p>
        <Link to="/held" className="button quiet">
          {t('home.held')}
        </Link>
      </p>
    </Shell>
  )
}

const Tile = ({ to, name }: { to: '/items' | '/track' | '/matters'; name: string }) => (
  <Link to={to} className="tile">
    <strong>{t(`home.tile.${name}`)}</strong>
    <span>{t(`home.tile.${name}.hint`)}</span>
  </Link>
)
