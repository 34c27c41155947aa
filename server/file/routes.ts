import type { House } from '../platform/house.ts'
import type { App } from '../platform/http.ts'
export default function fileRoutes(_app: App, _house: House) {}
