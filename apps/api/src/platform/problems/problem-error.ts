import { errorCodes, type ErrorCode, type ProblemDocument } from '@cueline/contracts';

export type BadPlace = NonNullable<ProblemDocument['errors']>[number];

interface Waiting {
  /** When the caller may try again, for the header Retry-After. */
  readonly retryAfterSeconds?: number;
}

/** The one error that services throw: a code of the contract, what happened, and the bad places. */
export class ProblemError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail?: string,
    readonly more: Pick<ProblemDocument, 'errors' | 'revision'> & Waiting = {},
  ) {
    super(detail ?? errorCodes[code].title);
  }

  document(instance: string): ProblemDocument {
    const { status, title } = errorCodes[this.code];
    const { retryAfterSeconds: _header, ...more } = this.more;
    return {
      type: `urn:cueline:problem:${this.code}`,
      title,
      status,
      code: this.code,
      detail: this.detail,
      instance,
      ...more,
    };
  }
}

export const notFound = (what: string): ProblemError =>
  new ProblemError('resource.notFound', `There is no such ${what}.`);
export const invalid = (errors: BadPlace[]): ProblemError =>
  new ProblemError('request.invalid', undefined, { errors });
