import { checkCharacter } from '../../server/person/rules.ts'
import type { Chance } from './chance.ts'

/** Families that never were: names, ages, numbers. Everybody in here is invented; likeness to anyone is chance. */

export type Sex = 'male' | 'female'
export type Person = {
  name: string
  sex: Sex
  born: string
  age: number
  idNumber: string
  relation: string
  married: boolean
  phone: string
}

// Shares of the commonest family names, roughly as the census has them; the rest of the list is even.
const families =
  '王7.1 李7 张6.7 刘5.1 陈4.6 杨3.2 黄2.4 赵2.3 周2.1 吴2.1 徐1.7 孙1.6 朱1.4 马1.3 胡1.3 郭1.2 林1.2 何1.2 高1.1 梁1 郑1 罗1 宋.9 谢.8 唐.8 韩.8 曹.8 许.8 邓.8 萧.7 冯.7 曾.6 程.6 蔡.6 彭.6 潘.5 袁.5 于.5 董.5 余.5 苏.5 叶.5 吕.5 魏.5 蒋.5 田.5 杜.5 丁.5 沈.5 姜.4 范.4 江.4 傅.4 钟.4 卢.4 汪.4 戴.4 崔.4 任.4 陆.4 廖.4 姚.4 方.4 金.4 邱.3 夏.3 谭.3 韦.3 贾.3 邹.3 石.3 熊.3 孟.3 秦.3 阎.3 薛.3 侯.3 雷.3 白.3 龙.3 段.3 郝.2 孔.2 邵.2 史.2 毛.2 常.2 万.2 顾.2 赖.2 武.2 康.2 贺.2 严.2 尹.2 钱.2 施.2 牛.1 洪.1 龚.1 欧阳.1 司马.02 上官.02 䶮.005'
    .split(' ')
    .map((s) => [/^[^\d.]+/.exec(s)?.[0] ?? '', Number(/[\d.]+$/.exec(s)?.[0])] as const)
const whole = families.reduce((sum, f) => sum + f[1], 0)
const given: Record<Sex, string> = {
  male: '伟强磊军洋勇杰涛明超刚平辉鹏华飞波斌宇浩亮健龙志建国文俊峰海东林生德福成荣宏庆春山东根长永安宝贵子轩浩然博睿',
  female: '芳娜敏静丽艳娟秀兰霞英桂玉萍红梅玲燕琴凤珍云莲慧洁婷雪琳晶欣颖佳怡琪梦瑶诗涵雨桐子涵美春香菊',
}
const rare = ['㐂', '𠮷', '喆', '燚']

const familyName = (c: Chance): string => {
  let at = c.next() * whole
  for (const [name, share] of families) {
    at -= share
    if (at <= 0) return name
  }
  return '王'
}
function givenName(c: Chance, sex: Sex): string {
  const pool = given[sex]
  const one = () => (c.is(0.0005) ? c.of(rare) : c.of([...pool]))
  return c.is(0.25) ? one() : one() + one()
}

/** Of somebody of whom nothing else is made. */
export const nameOf = (c: Chance, sex: Sex) => familyName(c) + givenName(c, sex)

/** Numbers that pass GB 11643 under an area code no county of 铜陵 has; each is given once. */
export function numbers() {
  const used = new Map<string, number>()
  let phones = 0
  return {
    id(born: string, sex: Sex): string {
      const day = born.replaceAll('-', '')
      const key = `${day}${sex}`
      const n = used.get(key) ?? 50
      used.set(key, n + 1)
      if (n > 499) throw new Error(`too many were born on ${born}`)
      const body = `340799${day}${String(n * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0')}`
      return body + checkCharacter(body)
    },
    phone: (): string => `100${String(20_000_000 + ((phones++ * 7919) % 79_999_999)).padStart(8, '0')}`,
  }
}
export type Numbers = ReturnType<typeof numbers>

/** Who lives together: each as relation, age and sex; the first is the head. */
function members(size: number, c: Chance): { relation: string; age: number; sex: Sex; own: boolean }[] {
  const sex = (): Sex => (c.is(0.5) ? 'male' : 'female')
  const old = () => 60 + Math.floor(c.next() * c.next() * 36)
  if (size === 1)
    return [
      { relation: '户主', age: c.is(0.82) ? old() + 5 : c.int(22, 45), sex: c.is(0.4) ? 'male' : 'female', own: true },
    ]
  if (size === 2 && c.is(0.58)) {
    const age = old()
    return [head(age), spouse(age)]
  }
  if (size === 2 && c.is(0.5)) {
    const age = c.int(30, 75)
    const his = sex()
    return [{ relation: '户主', age, sex: his, own: true }, child(age - c.int(20, 32))]
  }
  const age = c.int(26, 56)
  const list = [head(age), spouse(age)]
  if (size === 2) return list
  const children = Math.min(size - 2, size === 3 ? (c.is(0.86) ? 1 : 0) : c.is(0.35) ? 2 : 1)
  for (let i = 0; i < children; i++) list.push(child(Math.max(0, age - 3 - c.int(20, 34))))
  for (let i = list.length; i < size; i++) {
    if (i - 2 - children < 2)
      list.push({
        relation: i - children === 2 ? '母亲' : '父亲',
        age: Math.min(95, age + c.int(20, 32)),
        sex: i - children === 2 ? 'female' : 'male',
        own: i - children !== 2,
      })
    else list.push({ relation: '其他', age: c.int(18, 70), sex: sex(), own: false })
  }
  return list

  function head(age: number) {
    return { relation: '户主', age, sex: 'male' as Sex, own: true }
  }
  function spouse(age: number) {
    return { relation: '配偶', age: Math.max(22, age - c.int(-2, 5)), sex: 'female' as Sex, own: false }
  }
  function child(age: number) {
    const his = sex()
    return { relation: his === 'male' ? '子' : '女', age: Math.max(0, age), sex: his, own: true }
  }
}

export function family(size: number, asOf: string, c: Chance, n: Numbers): Person[] {
  const surname = familyName(c)
  const shared = n.phone()
  return members(size, c).map(({ relation, age, sex, own }, i) => {
    const name = (own ? surname : familyName(c)) + givenName(c, sex)
    const born = birth(asOf, age, c)
    const phone = age < 14 ? '' : i === 0 ? shared : c.is(0.8) ? (c.is(0.1) ? shared : n.phone()) : ''
    const married =
      relation === '配偶' || (relation === '户主' && size > 1) || relation === '父亲' || relation === '母亲'
    return { name, sex, born, age, idNumber: n.id(born, sex), relation, married, phone }
  })
}

/** A day on which somebody was born who is that many full years old on `asOf`. */
function birth(asOf: string, age: number, c: Chance): string {
  const last = new Date(`${asOf}T00:00:00Z`)
  last.setUTCFullYear(last.getUTCFullYear() - age)
  return new Date(last.getTime() - c.int(1, 364) * 86_400_000).toISOString().slice(0, 10)
}
