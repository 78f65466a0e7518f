import type { WrittenMail } from '@cueline/email/mail';
import { invalid, type BadPlace } from '../../platform/problems/problem-error.js';
import type { FilledIn } from './fill-in.js';
import { errorsAmong, type FoundProblem } from './template-problems.js';

interface Written {
  readonly problems: readonly FoundProblem[];
  readonly filled: FilledIn;
}

/**
 * The mail that a template makes, where it makes one that may leave.
 * @param base JSON pointer of what was written in the request
 * @throws ProblemError with each mistake and its place
 */
export function filledMail({ problems, filled }: Written, base = ''): WrittenMail {
  const bad = errorsAmong([...problems, ...(filled.is === 'beyond' ? [filled.problem] : [])]);
  if (bad.length > 0) throw invalid(bad.map((problem) => placeOf(problem, base)));
  if (filled.is !== 'mail') throw new Error('A text without mistakes says nothing.');
  return filled.mail;
}

const placeOf = ({ part, code, line, column, block, message }: FoundProblem, base: string): BadPlace => ({
  pointer: `${base}/${part}`,
  code,
  detail: block
    ? message
    : {
        en: `Line ${line}, column ${column}: ${message.en}`,
        de: `Zeile ${line}, Spalte ${column}: ${message.de}`,
      },
});
