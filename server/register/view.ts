/** What other modules may use of the registers. */
export { openSheet, type Sheet, type SheetCounts, type SheetLine, sheetColumns } from './sheet.ts'
