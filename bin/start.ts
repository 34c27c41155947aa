import { asked } from '../server/platform/terminal.ts'
import { builtWeb } from './built-web.ts'

/** `npm start`: the web built where there is none or the sources are newer, then the server. */
asked('PORT=3000 LINLI_DATA=.data npm start (settings stand in the environment: README.md)')
await builtWeb(console.log)
await import('../server/main.ts')
