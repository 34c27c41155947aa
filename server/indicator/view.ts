/** What other modules may ask: figures as their readers may know them. */
export { figureOf } from './figures.ts'
