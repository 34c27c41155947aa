import { type Book, between, type Place, three } from './keeper.ts'
import { nameOf } from './people.ts'

/** The books about people and bodies: organisations, workers and their certificates, culture, the Party. */

export async function organisations(b: Book) {
  const fields = 'charity service elderly culture mutual'.split(' ')
  const titles = '助老服务队 邻里互助社 舞蹈队 读书会 调解工作室 志愿者之家'.split(' ')
  for (let n = 1; n <= 26; n++) {
    const p = b.c.of(b.urban)
    const position = n <= 4 ? 'registered' : n <= 7 ? 'direct' : 'filed'
    const on = between(b.c, `${b.last}-02-01`, `${b.last}-12-20`)
    const title = `${p.name}${b.c.of(titles)}（演示 ${n}）`
    const organisation = await b.put('social-organisation', on, {
      number: `DEMO${three(n)}`,
      name: title,
      community: p.id,
      position,
      kind: position === 'filed' ? 'community' : 'non-enterprise',
      field: b.c.of(fields),
      ...(position === 'filed' ? { filedOn: on } : { registeredOn: on }),
      members: b.c.int(8, 120),
      status: 'active',
    })
    await b.put('incubation', on, {
      number: `FH${three(n)}`,
      name: title,
      community: p.id,
      stage: 'start',
      appliedOn: `${b.last}-01-10`,
      enteredOn: `${b.last}-01-20`,
      outcome: position,
      outcomeOn: on,
      organisation,
      status: 'graduated',
    })
  }
}

export async function workers(b: Book) {
  const homes = [...b.urban, ...b.rural]
  const total = 640
  // 218 of them hold the certificate of a social worker, another 60 that of an assistant.
  for (let n = 1; n <= total; n++) {
    const p = homes[n % homes.length] as Place
    const sex = b.c.is(0.62) ? 'female' : 'male'
    const joined = between(b.c, '2008-01-01', `${b.last}-12-31`)
    const worker = await b.put('community-worker', joined, {
      staffNo: `W${String(n).padStart(4, '0')}`,
      name: nameOf(b.c, sex),
      community: p.id,
      sex,
      birthYear: b.c.int(1965, 1994),
      education: b.c.of(['high', 'college', 'college', 'bachelor']),
      post: n <= homes.length ? 'chief' : n <= homes.length * 3 ? 'deputy' : 'general',
      channel: b.c.of(['recruited', 'elected', 'purchased', 'welfare']),
      joinedOn: joined,
      grade: b.c.int(1, 12),
      status: 'active',
    })
    const level = n <= 215 ? 'social-worker' : n <= 218 ? 'senior' : n <= 278 ? 'assistant' : null
    if (level) {
      const issued = between(b.c, '2009-09-01', `${b.last}-11-30`)
      await b.put('certificate', issued, {
        number: `ZS${String(n).padStart(5, '0')}`,
        community: p.id,
        holder: 'worker',
        worker,
        level,
        issuedOn: issued,
      })
    }
  }
}

export async function culture(b: Book) {
  const kinds = 'dance opera calligraphy fitness heritage reading music'.split(' ')
  let n = 0
  for (const p of [...b.urban, ...b.rural])
    for (let i = 0; i < b.c.int(3, 9); i++)
      await b.put('culture-team', '2016-01-01', {
        number: `T${String(++n).padStart(4, '0')}`,
        name: `${p.name}第${i + 1}文艺队`,
        community: p.id,
        kind: b.c.of(kinds),
        members: b.c.int(8, 40),
        activities: b.c.int(4, 40),
        filed: b.c.is(0.85),
        ...(b.c.is(0.8) && { speciality: b.c.of(['黄梅戏', '腰鼓', '广场舞', '书法', '太极拳', '剪纸']) }),
        foundedOn: between(b.c, '2008-01-01', '2015-12-31'),
        status: 'active',
      })
  for (let i = 1; i <= 480; i++) {
    const issued = between(b.c, '2010-01-01', `${b.last}-12-31`)
    await b.put('sport-instructor', issued, {
      certificate: `TY${String(i).padStart(5, '0')}`,
      community: b.c.of(b.urban).id,
      level: b.c.of(['first', 'second', 'third', 'third']),
      issuedOn: issued,
      active: b.c.is(0.8),
    })
  }
  const [centre] = b.named('天井湖') as [Place]
  for (const [code, title, kind] of [
    ['V001', '区图书馆（演示）', 'library'],
    ['V002', '区文化馆（演示）', 'culture-hall'],
  ] as const)
    await b.put('venue', '2016-01-01', {
      code,
      name: title,
      community: centre.id,
      kind,
      standard: 'met',
      openedOn: '2012-05-01',
      free: true,
      status: 'open',
    })
  for (const [i, p] of b.urban.entries())
    await b.put('venue', '2016-01-01', {
      code: `V${three(i + 3)}`,
      name: `${p.name}文体活动中心`,
      community: p.id,
      kind: 'centre',
      standard: b.c.is(0.85) ? 'met' : 'short',
      openedOn: '2014-01-01',
      free: true,
      status: 'open',
    })
  for (const p of b.urban.slice(0, 25))
    await b.put('culture-brand', '2016-01-01', {
      name: `${p.name}邻里节`,
      community: p.id,
      kind: 'neighbour',
      timesYear: b.c.int(1, 6),
      status: 'active',
    })
}

export async function party(b: Book) {
  for (const [i, p] of b.urban.entries()) {
    await b.put('party-organisation', '2016-01-01', {
      code: `DW${three(i + 1)}`,
      name: `${p.name}党委`,
      community: p.id,
      kind: 'committee',
      status: 'active',
    })
    if (i % 2) continue
    await b.put('co-building-agreement', `${b.last}-03-01`, {
      number: `GJ${three(i + 1)}`,
      name: `${p.name}共驻共建协议`,
      community: p.id,
      partner: '辖区单位（演示）',
      signedOn: `${b.last}-03-01`,
      from: `${b.last}-03-01`,
      to: `${b.last + 2}-02-28`,
      status: 'running',
    })
  }
}
