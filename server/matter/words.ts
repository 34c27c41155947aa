import type { Status } from '../case/model.ts'

/** The words in which the server speaks of a matter. Screens have their own catalogue. */
const statuses: Record<Status, string> = {
  received: '已收件，待受理',
  correction: '等待补正',
  processing: '办理中',
  decided: '已作出决定',
  issued: '结果已出具，待领取',
  delivered: '已送达办结',
  refused: '不予受理',
  returned: '退件办结',
  lapsed: '逾期未补正办结',
  withdrawn: '已撤回',
  voided: '已作废',
  merged: '已并入另一办件',
  unclaimed: '无人领取，已退回出证单位',
}
export const statusText = (s: Status) => statuses[s]

export const refusalKinds: Record<string, string> = {
  'not-needed': '依法不需要办理',
  'not-ours': '不属于本机关职权范围',
  'not-qualified': '不符合受理条件',
}
export const returnCodes: Record<string, string> = {
  'wrong-unit': '不属于本单位职责',
  'wrong-item': '事项不对',
  incomplete: '材料不全',
}
export const outcomes: Record<string, string> = {
  agree: '同意',
  disagree: '不同意',
  yes: '准予',
  no: '不予批准',
  answered: '已答复',
}
export const deliveryMethods: Record<string, string> = {
  window: '窗口领取',
  door: '上门送达',
  post: '邮寄送达',
  electronic: '电子送达',
  left: '留置送达（拒签，两人见证）',
}
export const ratingLevels = ['', '非常满意', '满意', '基本满意', '不满意', '非常不满意']
