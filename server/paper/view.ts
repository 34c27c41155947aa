/** What other modules print with: the fonts, rare characters among them, lines set as print shops do, and a pen. */
export { fonts, printable } from './fonts.ts'
export { balanced, type Line, setLines } from './lines.ts'
export { centred, collect, drawCode, drawLine, measure, oneLine } from './pen.ts'
