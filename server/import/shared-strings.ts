/** Millions of short texts in one piece of memory: as JavaScript strings they would take five times as much. */
export class SharedStrings {
  #bytes = Buffer.allocUnsafe(1024 * 1024)
  #ends = new Uint32Array(16_384)
  #count = 0
  #used = 0

  add(text: string) {
    const needed = this.#used + text.length * 3
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, Math.floor(this.#bytes.length * 1.5)))
      this.#bytes.copy(larger, 0, 0, this.#used)
      this.#bytes = larger
    }
    this.#used += this.#bytes.write(text, this.#used)
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(Math.floor(this.#ends.length * 1.5))
      larger.set(this.#ends)
      this.#ends = larger
    }
    this.#ends[this.#count++] = this.#used
  }
  get(i: number): string {
    if (!(i >= 0 && i < this.#count)) return ''
    return this.#bytes.toString('utf8', i ? (this.#ends[i - 1] as number) : 0, this.#ends[i])
  }
}
