/** What other modules may count: the same sums as the statistics, rounded where those are. */
export { base } from './rules.ts'
export { statistics } from './statistics.ts'
