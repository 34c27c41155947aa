/** What other modules may read of the field: a worker's tasks of today. */
export { tasksOf } from './day.ts'
