import { deliveryMethods, outcomes, ratingLevels, refusalKinds, returnCodes } from './words.ts'

type Data = Record<string, unknown>
type Unit = (id: unknown) => string
const list = (x: unknown) => (Array.isArray(x) ? x.join('、') : String(x))

/** Every verb a matter records, as the sentence the page shows. A verb without one does not compile into the page. */
const sentences: Record<string, (d: Data, unit: Unit) => string> = {
  'matter.submitted': (d) => (d.channel === 'window' ? '在窗口提交申请，已收件' : '在手机上提交申请，已收件'),
  'matter.accepted': (d) =>
    d.onTheSpot ? '受理，当场办理' : d.tolerated ? `容缺受理，承诺补齐：${list(d.tolerated)}` : '受理',
  'matter.deemed-accepted': () => '五个工作日内没有告知，依法自收件之日起视为受理',
  'matter.settled': (d) => `当场办结，由${d.receivedBy}签收`,
  'matter.refused': (d) =>
    `不予受理（${refusalKinds[String(d.kind)] ?? ''}）：${d.reason}${d.rightBody ? `。请向${d.rightBody}申请` : ''}`,
  'matter.correction-asked': (d) => `一次性告知补正：${list(d.items)}`,
  'matter.fixed': (d) => `当场更正：${d.note}`,
  'matter.supplemented': (d) => `补交材料${d.note ? `：${d.note}` : ''}`,
  'matter.lapsed': () => '逾期没有补正，视为撤回申请',
  'matter.tolerance-lapsed': () => '承诺的材料逾期没有补齐，视为撤回申请',
  'matter.withdrawn': (d) => `申请人撤回：${d.reason}`,
  'matter.withdrawal-undone': () => '取消撤回，继续办理',
  'matter.sent-back': (d) => `退件：${d.reason}`,
  'matter.extension-asked': (d) => `申请延长 ${d.amount} 个工作日：${d.reason}`,
  'matter.extended': (d) => `批准延长 ${d.amount} 个工作日：${d.reason}`,
  'matter.extension-refused': (d) => `不同意延长：${d.note}`,
  'matter.result-issued': (d) => `出具${d.name}，编号 ${d.number}`,
  'matter.delivered': (d) => `送达（${deliveryMethods[String(d.method)]}），由${d.receivedBy}签收`,
  'matter.rated': (d) => `申请人评价：${ratingLevels[Number(d.level)]}`,
  'matter.rating-contacted': () => '已就评价联系申请人',
  'matter.urged': (d, unit) => `催办${d.target ? unit(d.target) : ''}：${d.words}`,
  'matter.supervised': (d, unit) => `督办 ${d.number}，要求${unit(d.target)}：${d.demand}`,
  'matter.supervision-replied': (d) => `答复督办 ${d.number}`,
  'matter.voided': (d) => `作废：${d.reason}`,
  'task.opened': (d, unit) => `转${unit(d.unit)}：${d.title}`,
  'task.completed': (d) => `${d.title}：${outcomes[String(d.outcome)]}`,
  'task.cancelled': (d, unit) => `${unit(d.unit)}的“${d.title}”随本件结束`,
  'task.returned': (d) => `退回窗口（${returnCodes[String(d.code)]}）：${d.reason}`,
  'task.rerouted': (d, unit) => `改派${unit(d.unit)}：${d.note}`,
  'task.stopped': (d) => `特别程序“${d.kind}”开始，预计 ${d.expectedEnd} 结束：${d.reason}`,
  'task.resumed': (d) => `特别程序结束：${d.result}`,
  'task.consulted': (d, unit) => `向${unit(d.unit)}征求意见：${d.question}`,
  'timer.fired': () => '到时自动转入下一步',
  'process.threw': (d) => `流程发出${d.on === 'signal' ? '信号' : '消息'}“${d.name}”`,
  'paper.issued': (d, name) => `出具${d.title} ${name(d.paper)}`,
  'paper.printed': (d) => `打印${d.title}`,
}
export const verbs = Object.keys(sentences)
export const tell = (verb: string, data: Data, unit: Unit) => sentences[verb]?.(data, unit) ?? verb
