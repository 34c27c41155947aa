import { ask } from '../../api/client.ts'
import type { Answers, Question } from '../../ui/form/schema.ts'
import { t } from '../../ui/t.ts'
import { type Act, choice, q, several, words } from '../acts.ts'
import type { Category, PersonFile } from './data.ts'
import { type Picked, picker } from './Pick.tsx'

/** What may be done to the registry, as data: the same one form for all of it. */

const day = (key: string): Question => q(key, { format: 'date' })
const proofs = ['id-card', 'residence-permit', 'birth-certificate', 'household-register', 'said']
const kinds = ['registered', 'present']
const levels = ['high', 'key', 'general']

const homes = picker(
  'home',
  async (typed) =>
    (await ask('/api/homes/search', { body: { q: typed } })).dwellings.map((d) => ({
      id: d.id,
      label: d.address,
      hint: t('pick.people', { n: d.people }),
    })),
  true,
)
const persons = picker('person', async (typed) =>
  (await ask('/api/persons/search', { body: { q: typed } })).hits.map((h) => ({
    id: h.id,
    label: h.name,
    hint: [h.idNumber, h.address].filter(Boolean).join(' '),
  })),
)

const idOf = (v: unknown) => (v as Picked | undefined)?.id
const homeOf = (v: unknown) => {
  const home = v as { id?: string; address?: string } | undefined
  return home?.id ? { dwelling: home.id } : home?.address ? { address: home.address } : {}
}
const given = (answers: Answers, ...names: string[]) =>
  Object.fromEntries(names.flatMap((n) => (answers[n] === undefined ? [] : [[n, answers[n]]])))
const has = (answers: Answers, kind: string) => Array.isArray(answers.kinds) && answers.kinds.includes(kind)

/** Somebody was born here, or came here. */
export const registerAct = (): Act => ({
  act: 'registerPerson',
  path: 'persons',
  initial: { how: 'arrival' },
  optional: ['phone', 'elsewhere', 'household', 'relation', 'newborn'],
  draw: { home: homes, parent: persons },
  says: { dwelling: 'home', address: 'home' },
  fields: (g) => ({
    how: choice('person.how', ['arrival', 'birth']),
    name: q('person.name', { maxLength: 50 }),
    ...(g.how === 'birth'
      ? {
          parent: q('person.parent'),
          sex: choice('person.sex', ['female', 'male']),
          born: day('person.born'),
          idNumber: q('person.newborn', { maxLength: 30, 'x-pii': 'id' }),
        }
      : {
          idNumber: q('person.idNumber', { maxLength: 30, 'x-pii': 'id' }),
          phone: q('person.phone', { maxLength: 30, 'x-pii': 'phone' }),
          home: q('person.home'),
        }),
    kinds: several(
      'person.kinds',
      kinds.map((k) => [k, t(`act.person.kind.${k}`)]),
    ),
    ...(g.how !== 'birth' && { since: day('person.since') }),
    ...(has(g, 'registered')
      ? { household: q('person.household', { maxLength: 40 }), relation: q('person.relation', { maxLength: 20 }) }
      : g.how === 'birth'
        ? {}
        : { elsewhere: q('person.elsewhere', { maxLength: 100 }) }),
    proof: choice('person.proof', g.how === 'birth' ? proofs.slice(2) : proofs),
  }),
  shape: (a) => ({
    ...given(a, 'how', 'name', 'sex', 'born', 'idNumber', 'phone', 'kinds', 'proof', 'household', 'relation'),
    ...(a.elsewhere !== undefined && !has(a, 'registered') && { elsewhere: a.elsewhere }),
    since: a.how === 'birth' ? a.born : a.since,
    ...(a.how === 'birth' ? { parent: idOf(a.parent) } : homeOf(a.home)),
  }),
})

export const personActs = (p: PersonFile, categories: Category[]): Act[] => [
  {
    act: 'movePerson',
    path: 'moves',
    initial: { leaves: false },
    optional: ['household', 'relation'],
    draw: { home: homes },
    says: { dwelling: 'home' },
    fields: (g) => ({
      kind: choice('person.kind', ['present', 'registered']),
      leaves: q('person.leaves', { type: 'boolean' }),
      ...(g.leaves !== true && { home: q('person.home') }),
      on: day('person.on'),
      ...(g.kind === 'registered' &&
        g.leaves !== true && {
          household: q('person.household', { maxLength: 40 }),
          relation: q('person.relation', { maxLength: 20 }),
        }),
      ...(g.leaves !== true && {
        proof: choice('person.proof', ['id-card', 'residence-permit', 'household-register', 'said']),
      }),
    }),
    shape: (a) => ({
      ...given(
        a,
        'kind',
        'on',
        ...(a.leaves === true ? [] : ['proof']),
        ...(a.leaves === true ? [] : ['household', 'relation']),
      ),
      dwelling: a.leaves === true ? null : (idOf(a.home) ?? undefined),
    }),
  },
  {
    act: 'correctPerson',
    path: 'corrections',
    initial: { name: p.name },
    optional: ['name', 'sex', 'born', 'idNumber', 'phone'],
    fields: {
      name: q('person.name', { maxLength: 50 }),
      ...(!p.idNumber && {
        idNumber: q('person.newborn', { maxLength: 30, 'x-pii': 'id' }),
        sex: choice('person.sex', ['female', 'male']),
        born: day('person.born'),
      }),
      phone: q('person.new-phone', { maxLength: 30, 'x-pii': 'phone' }),
      proof: choice('person.proof', proofs),
    },
  },
  {
    act: 'enterCare',
    path: 'care',
    optional: ['level'],
    fields: {
      category: q('care.category', {
        enum: categories.filter((c) => c.keeps).map((c) => c.id),
        'x-labels': Object.fromEntries(categories.map((c) => [c.id, c.name])),
      }),
      since: day('care.since'),
      basis: words('care.basis'),
      level: choice('care.level', levels),
    },
  },
  {
    act: 'recordDeath',
    path: 'death',
    more: true,
    fields: { on: day('person.died-on'), proof: q('person.death-proof') },
  },
]

export const verifyAct = (): Act => ({
  act: 'verifyRecord',
  path: 'verification',
  optional: ['note'],
  fields: { agrees: q('record.agrees', { type: 'boolean' }), note: words('record.note') },
})
export const endCareAct = (): Act => ({
  act: 'endCare',
  path: 'end',
  fields: { on: day('care.on'), why: words('care.why') },
})
export const undoMergeAct = (): Act => ({ act: 'undoMerge', path: 'undo', fields: { reason: words('merge.reason') } })
export const nameHeadAct = (members: { id: string; name: string }[]): Act => ({
  act: 'nameHead',
  path: 'head',
  main: true,
  fields: {
    person: q('household.head', {
      enum: members.map((m) => m.id),
      'x-labels': Object.fromEntries(members.map((m) => [m.id, m.name])),
    }),
  },
})
export { persons as personPicker }
