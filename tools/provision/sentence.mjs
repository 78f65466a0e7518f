/** An error for the person at the terminal: what happened and what to do, printed without a stack. */
export class Sentence extends Error {
  /** @param {string} what what happened @param {string} [mend] what to do about it */
  constructor(what, mend) {
    super(mend ? `${what}\n  ${mend}` : what);
    this.name = 'Sentence';
  }
}
