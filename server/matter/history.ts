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
  'matter.linked': (d) => `与 ${d.other} 关联（${d.kind === 'duplicate' ? '重复' : '相关'}）：${d.note}`,
  'matter.merged': (d) => `并入 ${d.into} 一并答复：${d.note}`,
  'matter.answered-with': (d) => `随 ${d.number} 一并答复：${d.words}`,
  'matter.transferred': (d) => `转送${d.to}：${d.note}`,
  'matter.represented': (d) =>
    `登记${{ agent: '代理人', guardian: '监护人', heir: '继承人' }[String(d.kind)] ?? '代理人'}：${d.why}`,
  'matter.helped': (d) => `${d.how === 'act' ? '代办' : '帮办'}：${d.authorisation}`,
  'matter.visit-ordered': (d) => `约定 ${d.day} ${d.slot === 'am' ? '上午' : '下午'}上门`,
  'matter.visited': (d) => `${list(d.staff)}上门：${d.note}`,
  'matter.late-approved': (d) => `同意补录，收件时间按 ${String(d.receivedAt).slice(0, 10)} 计：${d.note}`,
  'matter.late-refused': (d) => `不同意补录，收件时间按录入时计：${d.note}`,
  'matter.numbered': (d) => `在${d.system}的编号是 ${d.number}`,
  'matter.undelivered': (d) => `未能送达，结果保管九十日：${d.reason}`,
  'matter.unclaimed': () => '九十日无人领取，结果退回出证单位',
  'matter.solved': () => '申请人确认已经解决',
  'matter.disputed': (d) => `申请人认为没有解决：${d.words}`,
  'matter.dispute-answered': (d) => `答复异议：${d.words}`,
  'matter.reopened': (d) => `重新办理：${d.words}`,
  'matter.rectified': (d) => `差评整改：${d.note}`,
  'matter.called-back': (d) => `回访差评，申请人${d.satisfied ? '满意' : '仍不满意'}`,
  'matter.rating-appealed': (d) => `对差评提出申诉：${d.reason}`,
  'matter.appeal-decided': (d) => `差评申诉${d.upheld ? '成立，该评价不计入统计' : '不成立'}：${d.note}`,
  'task.overran': (d) => `特别程序过了预计结束日 ${d.expectedEnd}，还没有结束`,
  'clock.rederived': (d) => `放假安排有变，期限由 ${d.before} 改为 ${d.after}`,
  'timer.fired': () => '到时自动转入下一步',
  'process.threw': (d) => `流程发出${d.on === 'signal' ? '信号' : '消息'}“${d.name}”`,
  'paper.issued': (d, name) => `出具${d.title} ${name(d.paper)}`,
  'paper.printed': (d) => `打印${d.title}`,
}
export const verbs = Object.keys(sentences)
export const tell = (verb: string, data: Data, unit: Unit) => sentences[verb]?.(data, unit) ?? verb
