import { AsyncLocalStorage } from 'node:async_hooks';
import { ProblemError } from '../problems/problem-error.js';

/** A request that its caller has named, so that sending it again does it once. */
export interface NamedRequest {
  readonly callerId: string;
  readonly key: string;
  /** SHA-256 of the method, the address and the body, hex. */
  readonly fingerprint: string;
  /** Whether it has committed with a change. */
  isWritten: boolean;
}

/** The named request whose work this is, for the transaction that carries it out. */
export const requestUnderWay = new AsyncLocalStorage<NamedRequest>();

export const unanswered = () =>
  new ProblemError(
    'idempotency.unanswered',
    'It is under way, or it was carried out and the answer got lost: send it again in a moment, and if it stays so, look at what it made.',
  );
