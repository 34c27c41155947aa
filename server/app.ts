import applyRoutes from './apply/routes.ts'
import bypassRoutes from './bypass/routes.ts'
import careRoutes from './care/routes.ts'
import contentRoutes from './content/routes.ts'
import exportRoutes from './export/routes.ts'
import fieldRoutes from './field/routes.ts'
import fileRoutes from './file/routes.ts'
import absenceRoutes from './grid/absence-routes.ts'
import gridNoticeRoutes from './grid/notice-routes.ts'
import gridRoutes from './grid/routes.ts'
import gridWorkRoutes from './grid/work-routes.ts'
import findRoutes from './home/find-routes.ts'
import homeRoutes from './home/routes.ts'
import importRoutes from './import/routes.ts'
import keptRoutes from './indicator/kept-routes.ts'
import indicatorRoutes from './indicator/routes.ts'
import ledgerRoutes from './ledger/routes.ts'
import exceptionRoutes from './matter/exception-routes.ts'
import oversightRoutes from './matter/oversight.ts'
import matterRoutes from './matter/routes.ts'
import noticeRoutes from './notice/routes.ts'
import paperRoutes from './paper/routes.ts'
import amendmentRoutes from './person/amendment-routes.ts'
import lifeRoutes from './person/life-routes.ts'
import lookRoutes from './person/look-routes.ts'
import registerRoutes from './person/register-routes.ts'
import registryRoutes from './person/registry-routes.ts'
import personRoutes from './person/routes.ts'
import placeRoutes from './place/routes.ts'
import type { DemoClock } from './platform/clock.ts'
import type { House } from './platform/house.ts'
import { httpApp, type Log } from './platform/http.ts'
import { systemRoutes } from './platform/system.ts'
import populationRoutes from './population/routes.ts'
import postRoutes from './post/routes.ts'
import entryRoutes from './register/entry-routes.ts'
import registerListRoutes from './register/list-routes.ts'
import bookRoutes from './register/routes.ts'
import registerViewRoutes from './register/view-routes.ts'
import reportRoutes from './report/routes.ts'
import sessionRoutes from './session/routes.ts'
import workshopRoutes from './workshop/routes.ts'

/** The table of contents: every module, by hand. */
export async function buildApp(house: House, options: { log?: Log; demo?: { clock: DemoClock } } = {}) {
  const app = await httpApp(house, options)
  await systemRoutes(app, house) //                       /api/health, the contract, the web's files
  sessionRoutes(app, house, options.demo ?? null) // who is asking
  placeRoutes(app, house) //                              the ground: where
  postRoutes(app, house) //                               … and which unit
  personRoutes(app, house) //                             … and who: what we hold, offered
  registryRoutes(app, house) //                           … the registry of residents
  lifeRoutes(app, house) //                               … what befalls them
  registerRoutes(app, house) //                           … who came or was born, and slips mended
  lookRoutes(app, house) //                               … and who looked at them
  amendmentRoutes(app, house) //                          … and what they say is wrong about them
  homeRoutes(app, house) //                               … their homes: buildings, doors, households
  findRoutes(app, house) //                               … found by address; organisations
  gridRoutes(app, house) //                               … the grids, and who walks them
  gridNoticeRoutes(app, house) //                         … what hangs on the wall of each
  absenceRoutes(app, house) //                            … who is away and who stands in
  gridWorkRoutes(app, house) //                           … and their work
  fieldRoutes(app, house) //                              … what their phones get and send
  careRoutes(app, house) //                               … whom somebody must look after
  populationRoutes(app, house) //                         … and how many they are
  importRoutes(app, house) //                             … and how it gets in: spreadsheets
  exportRoutes(app, house) //                             … and how it gets out: a second person says yes
  contentRoutes(app, house) //                            what can be asked for
  applyRoutes(app, house) //                              drafts, what we hold, checking answers
  fileRoutes(app, house) //                               uploads
  matterRoutes(app, house) //                             办件, from asking to rating
  exceptionRoutes(app, house) //                          … and what befalls them on the way
  paperRoutes(app, house) //                              statutory papers
  noticeRoutes(app, house) //                             what people are told
  registerListRoutes(app, house) //                       … as files, on the map
  registerViewRoutes(app, house) //                       … and a list's filters under a name
  ledgerRoutes(app, house) //                             the books
  indicatorRoutes(app, house) //                          … and what is counted
  keptRoutes(app, house) //                               … kept, signed and locked
  bookRoutes(app, house) //                               what stays: the registers of the pack
  entryRoutes(app, house) //                              … and what may be done to their entries
  reportRoutes(app, house) //                             the report to the People’s Congress
  bypassRoutes(app, house) //                             what is still taken outside the window
  workshopRoutes(app, house) //                           items and processes, written in the browser
  oversightRoutes(app, house) //                          who holds what, and why it is late
  return app
}
