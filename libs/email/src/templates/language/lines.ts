/** Lines and columns of a source, both from 0, by offset. */
export class Lines {
  readonly #starts: number[] = [0];

  constructor(source: string) {
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  at(offset: number): { readonly lineno: number; readonly colno: number } {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { lineno: low, colno: offset - this.#starts[low]! };
  }

  /** The offset of a line and column, both from 0. */
  offset(lineno: number, colno: number): number {
    return (this.#starts[Math.min(lineno, this.#starts.length - 1)] ?? 0) + colno;
  }
}
