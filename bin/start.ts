import { builtWeb } from './built-web.ts'

/** `npm start`: the web built where there is none or the sources are newer, then the server. */
await builtWeb(console.log)
await import('../server/main.ts')
