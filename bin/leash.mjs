// Loaded before the target by run.mjs: when run.mjs is gone, whatever the reason, the target is told to end.
import { Socket } from 'node:net'

const fd = Number(process.env.LINLI_LEASH)
delete process.env.LINLI_LEASH // not for our own children
if (fd)
  new Socket({ fd, readable: true, writable: false })
    .on('close', () => process.kill(process.pid, 'SIGTERM'))
    .on('error', () => {})
    .resume()
    .unref()
