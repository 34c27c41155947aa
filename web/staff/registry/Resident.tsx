import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { day, inGroups } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { useSession } from '../../ui/session.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Acts } from '../Acts.tsx'
import { useDuties } from '../data.ts'
import { Keys } from '../Keys.tsx'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { personActs } from './acts.ts'
import { CarePart } from './Care.tsx'
import { carers, categoriesQuery, keepers, type PersonFile, personQuery, readers } from './data.ts'
import { ForReaders } from './ForReaders.tsx'
import { MergePart } from './Merge.tsx'
import { Held, Records } from './Records.tsx'
import { Reveal } from './Reveal.tsx'
import { Timeline } from './Timeline.tsx'
import './registry.css'

/** One person's file: where somebody stands, what is held of them and who says so, and what can be done. */
export function Resident() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { has } = useDuties()
  const { data: p, error, refetch } = useQuery({ ...personQuery(id), enabled: has(...readers) })
  return (
    <Shell title={p ? t('registry.file', { name: p.name }) : t('registry.residents')}>
      <ForReaders>
        {error ? <Trouble error={error} retry={refetch} /> : p ? <File key={p.id} p={p} /> : <Loading />}
      </ForReaders>
      <Keys />
    </Shell>
  )
}

type Done = { act: string; answer: unknown }
/** The day it is here, of an instant. */
const civil = (now?: string) =>
  new Date((now ? Date.parse(now) : Date.now()) + 8 * 3_600_000).toISOString().slice(0, 10)

function File({ p }: { p: PersonFile }) {
  const { has } = useDuties()
  const session = useSession().data
  const categories = useQuery({ ...categoriesQuery(), enabled: has(...carers) }).data ?? []
  const [done, setDone] = useState<Done | null>(null)
  const onDone = (act: string, answer: unknown) => setDone({ act, answer })
  const today = civil(session?.now)
  const guardian = p.attributes.find((a) => a.name === 'guardian')
  return (
    <div className="file">
      {done && <Told done={done} />}
      {p.mergedInto && (
        <p className="panel">
          {t('registry.merged-into')}{' '}
          <Link to="/desk/residents/$id" params={{ id: p.mergedInto }}>
            {t('registry.merged-open')}
          </Link>
        </p>
      )}
      <p className="facts">
        <strong>{p.name}</strong>
        {p.sex && <span>{t(`registry.sex.${p.sex}`)}</span>}
        {p.age !== null && <span>{t('registry.age', { n: p.age })}</span>}
        <span>{p.placeName}</span>
        {p.diedOn && <span className="mark">{t('registry.died-on', { date: day(p.diedOn) })}</span>}
        {!p.diedOn && <Standing p={p} />}
      </p>
      <div className="no-print actions file-acts">
        <Acts acts={personActs(p, categories)} abilities={p.abilities} base={`/api/persons/${p.id}`} onDone={onDone} />
        <button type="button" onClick={() => window.print()}>
          {t('registry.print')}
        </button>
      </div>
      <p className="print-only">{t('registry.print.by', { name: session?.name ?? '', date: day(today) })}</p>
      <div className="columns">
        <Part title={t('registry.base')}>
          <dl className="pairs">
            <div>
              <dt>{t('registry.born')}</dt>
              <dd>{p.born ? day(p.born) : t('registry.unknown')}</dd>
            </div>
            {guardian && (
              <div>
                <dt>{guardian.label}</dt>
                <dd>{String(guardian.value)}</dd>
              </div>
            )}
            <div>
              <dt>{t('registry.standing')}</dt>
              <dd>{standingWords(p)}</dd>
            </div>
          </dl>
          <Reveal p={p} />
        </Part>
        <Part title={t('registry.members')}>
          <Members of={p.members.filter((m) => m.household)} none={t('registry.members.none')} />
          {p.members.some((m) => !m.household) && (
            <>
              <h3>{t('registry.housemates')}</h3>
              <Members of={p.members.filter((m) => !m.household)} />
            </>
          )}
        </Part>
      </div>
      <Timeline stays={p.residences} today={today} />
      {has(...carers) && <CarePart person={p.id} categories={categories} onDone={onDone} />}
      <Held p={p} />
      <Records p={p} onDone={onDone} />
      {has('data-manager') && <MergePart p={p} onDone={onDone} />}
      {!has(...keepers) && !has('data-manager') && <p className="soft">{t('registry.keepers')}</p>}
    </div>
  )
}

/** Of one household by its number; or only behind the same door, which makes nobody kin. */
const Members = ({ of, none }: { of: PersonFile['members']; none?: string }) =>
  of.length ? (
    <ul className="members">
      {of.map((m) => (
        <li key={m.id}>
          <Link to="/desk/residents/$id" params={{ id: m.id }}>
            {m.name}
          </Link>{' '}
          <span className="soft">
            {[
              m.household && m.relation,
              m.age !== null && t('registry.age', { n: m.age }),
              m.how.map((k) => t(`registry.how.${k}`)).join(t('home.comma')),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  ) : (
    <p className="soft">{none}</p>
  )

/** Registered, living here, and living here for half a year are three things (R-2.2): each in a word, never one number for all. */
function Standing({ p }: { p: PersonFile }) {
  const { registered, present, usual, together } = p.standing
  const words = [
    t(registered ? 'registry.is.registered' : 'registry.is.not-registered'),
    ...(usual ? [t('registry.is.usual')] : present ? [t('registry.is.present')] : [t('registry.is.absent')]),
    ...(registered && present ? [t(together ? 'registry.is.together' : 'registry.is.apart')] : []),
  ]
  return (
    <>
      {words.map((w) => (
        <span key={w} className="mark">
          {w}
        </span>
      ))}
    </>
  )
}
const standingWords = (p: PersonFile) => {
  if (p.diedOn) return t('registry.standing.died')
  const { registered, present, usual, together } = p.standing
  const home = registered ? 'here' : 'elsewhere'
  const lives = usual ? 'usual' : present ? 'present' : 'absent'
  return `${t(`registry.standing.${home}`)}${t(`registry.standing.${lives}`)}${
    registered && present ? t(together ? 'registry.standing.together' : 'registry.standing.apart') : ''
  }`
}

type Death = {
  matters?: { number: string; title: string }[]
  care?: string[]
  benefits?: string[]
  households?: { number: string; members: number }[]
  why?: string | null
}
/** What an act brought about, and what somebody must now look at: said where the focus goes. */
function Told({ done }: { done: Done }) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each act done is told anew
  useEffect(() => box.current?.focus(), [done])
  const { matters = [], care = [], benefits = [], households = [], why } = (done.answer ?? {}) as Death
  return (
    <div className="panel no-print" ref={box} tabIndex={-1} role="status">
      <p>
        <strong>{t('changed.done', { act: t(`act.${done.act}`) })}</strong>
      </p>
      {why && <p>{why}</p>}
      <ul>
        {households.map((h) => (
          <li key={h.number}>
            {t('registry.told.household', { n: h.members })}{' '}
            <Link to="/desk/households/$number" params={{ number: h.number }}>
              {h.number}
            </Link>
          </li>
        ))}
        {matters.map((m) => (
          <li key={m.number}>
            {t('registry.told.matter', { title: m.title })}{' '}
            <Link to="/desk/matters/$number" params={{ number: m.number }}>
              {inGroups(m.number)}
            </Link>
          </li>
        ))}
        {benefits.length > 0 && <li>{t('registry.told.benefits', { what: benefits.join(t('home.comma')) })}</li>}
        {care.length > 0 && <li>{t('registry.told.care', { what: care.join(t('home.comma')) })}</li>}
      </ul>
    </div>
  )
}
