/** A statutory paper's text in the pack (papers/<kind>.json): {names} are filled in when it is issued. */
export type PaperTemplate = {
  title: string
  word: string
  addressee: string
  paragraphs: string[]
  list: 'materials' | 'items' | null
  closing: string | null
}
