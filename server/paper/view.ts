/** What other modules print with: the fonts, rare characters among them, and a pen. */
export { fonts } from './fonts.ts'
export { centred, collect, drawCode, measure, oneLine } from './pen.ts'
