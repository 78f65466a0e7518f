import { readAddress } from '../locale/email-address.js';
import type { ProblemDraftOf } from '../problems/problem.js';
import type { SharedProblemCode } from '../problems/shared-messages.js';

/** An address in a step by the rule of all others; the sentence says what is wrong with it. */
export function addressProblems(address: string): ProblemDraftOf<SharedProblemCode>[] {
  const read = readAddress(address);
  return read.ok
    ? []
    : [{ code: 'mail.badAddress', path: '/to/address', params: { address, why: read.message } }];
}
