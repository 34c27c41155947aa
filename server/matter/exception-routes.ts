import type { House } from '../platform/house.ts'
import type { App } from '../platform/http.ts'
import { onMatter, staff } from './acting.ts'
import * as aftermath from './aftermath.ts'
import * as given from './exception-given.ts'
import * as exceptions from './exceptions.ts'

/** The acts beside the formal road, each an address under the matter. */
export default function exceptionRoutes(app: App, house: House) {
  const on = onMatter(app, house)
  on('links', staff, given.Link, exceptions.link)
  on('merging', staff, given.Merge, exceptions.merge)
  on('transfer', staff, given.Transfer, exceptions.transfer)
  on('representative', staff, given.Representative, exceptions.represent)
  on('helper', staff, given.Helper, exceptions.help)
  on('visit', staff, given.Visit, exceptions.visit)
  on('visit/report', staff, given.Visited, exceptions.visited)
  on('late/decision', staff, given.LateDecision, exceptions.decideLate)
  on('vertical', staff, given.Vertical, exceptions.vertical)
  on('undelivered', staff, given.Undelivered, exceptions.undelivered)
  on('papers', staff, given.PaperOrder, exceptions.order)
  on('solved', 'signed-in', given.Solved, aftermath.solved)
  on('dispute', 'signed-in', given.Dispute, aftermath.dispute)
  on('dispute/answer', staff, given.DisputeAnswer, aftermath.answerDispute)
  on('rectification', staff, given.Rectify, aftermath.rectify)
  on('call-back', staff, given.CallBack, aftermath.callBack)
  on('rating/appeal', staff, given.Appeal, aftermath.appeal)
  on('rating/appeal/decision', staff, given.AppealDecision, aftermath.decideAppeal)
}
