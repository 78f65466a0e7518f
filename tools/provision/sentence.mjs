/** An error for the person at the terminal: what happened and what to do, printed without a stack. */
export class Sentence extends Error {
  /** @param {string} what what happened @param {string} [fix] what to do about it */
  constructor(what, fix) {
    super(fix ? `${what}\n  ${fix}` : what);
    this.name = 'Sentence';
  }
}

/**
 * What to print for an error: a full disk and a forbidden folder in words, a defect with its stack.
 * @param {any} error @returns {string}
 */
export function sentenceFor(error) {
  if (error instanceof Sentence) return error.message;
  const where = error.path ?? 'A file';
  if (error.code === 'ENOSPC')
    return `The disk is full: ${where} could not be written.\n  Free some space and start again; nothing half-written is used.`;
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code))
    return `${where} cannot be written (${error.code}).\n  Check who owns it, and that its disk is not read-only.`;
  return error.stack ?? String(error);
}
