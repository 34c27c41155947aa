/** A placeholder until the readers are written. */
export class BadTable extends Error {}
export type Line = { n: number; cells: string[] }
export async function* readTable(_open: () => AsyncIterable<Buffer>, _name: string): AsyncGenerator<Line[]> {}
