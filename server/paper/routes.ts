import type { House } from '../platform/house.ts'
import type { App } from '../platform/http.ts'
export default function paperRoutes(_app: App, _house: House) {}
