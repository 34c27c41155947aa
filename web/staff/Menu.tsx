import { useLocation } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { t } from '../ui/t.ts'
import { useDuties } from './data.ts'
import { Link } from './link.ts'
import { type Entry, groupAt, groups } from './menu.ts'

/** So few pages need no groups. */
const few = 6

/** The staff's menu: the groups in one line, under it the pages of one of them. Few pages stand in one line without groups. */
export function Menu() {
  const { has } = useDuties()
  const path = useLocation({ select: (l) => l.pathname })
  const id = useId()
  const [chosen, choose] = useState<{ at: string; group: string }>()
  const shown = groups
    .map((g) => ({ ...g, entries: g.entries.filter((e) => !e.duties || has(...e.duties)) }))
    .filter((g) => g.entries.length)
  const all = shown.flatMap((g) => g.entries)
  // What somebody opened to look around counts until they go somewhere.
  const open = chosen?.at === path ? chosen.group : (groupAt(shown, path) ?? shown[0]?.key)
  if (all.length <= few)
    return (
      <nav className="menu" aria-label={t('staff.menu')}>
        <Links entries={all} />
      </nav>
    )
  return (
    <nav className="menu" aria-label={t('staff.menu')}>
      <ul className="menu-groups">
        {shown.map((g) => (
          <li key={g.key}>
            <button
              type="button"
              className="quiet"
              aria-expanded={g.key === open}
              aria-controls={id}
              onClick={() => choose({ at: path, group: g.key })}
            >
              {t(`menu.${g.key}`)}
            </button>
          </li>
        ))}
      </ul>
      <div id={id}>
        <Links entries={shown.find((g) => g.key === open)?.entries ?? []} />
      </div>
    </nav>
  )
}

const Links = ({ entries }: { entries: Entry[] }) => (
  <ul className="menu-links">
    {entries.map((e) => (
      <li key={e.key}>
        <Link to={e.to} activeOptions={{ exact: e.to === '/command', includeSearch: false }}>
          {t(`staff.${e.key}`)}
        </Link>
      </li>
    ))}
  </ul>
)
