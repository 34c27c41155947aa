/** saxen declares no types; what of it is used here. */
declare module 'saxen' {
  type Decode = (text: string) => string
  export class Parser {
    on(event: 'openTag', fn: (name: string, attributes: () => Record<string, string>, decode: Decode) => void): this
    on(event: 'text', fn: (text: string, decode: Decode) => void): this
    on(event: 'cdata', fn: (text: string) => void): this
    on(event: 'closeTag', fn: () => void): this
    parse(xml: string): void
  }
}
