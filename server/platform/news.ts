import { EventEmitter } from 'node:events'

/** Tells this process's open streams which cases changed. Other processes' changes reach them through the event table. */
const news = new EventEmitter().setMaxListeners(0)

export function announce(caseIds: string[]) {
  if (caseIds.length) news.emit('cases', [...new Set(caseIds)])
}
export function listen(onCases: (ids: string[]) => void): () => void {
  news.on('cases', onCases)
  return () => void news.off('cases', onCases)
}
