import { z } from 'zod';
import { id, instant } from './shared.js';
import { versionRef } from './workflows.js';

export const newBacktest = z.strictObject({
  /** `draft`, `live` or the number of a version. */
  version: versionRef.default('draft'),
  /** How far back events count. */
  days: z.int().min(1).max(365).default(30),
});

const template = z.object({ id, name: z.string() });
/** A mail that a workflow sent about the same record since. */
const did = z.object({
  workflow: z.object({ id, name: z.string() }),
  template,
  to: z.string(),
  at: instant,
});
const would = z.object({
  stepId: z.string(),
  template: template.nullable(),
  to: z.string(),
  at: instant,
  /** It would leave only from now on. */
  toCome: z.boolean(),
  /** The mail like it that did leave. */
  did: did.nullable(),
});
export const backtestedRun = z.object({
  event: z.object({ id, type: z.string(), at: instant }),
  record: z.object({ type: z.string(), id }),
  client: z.string().nullable(),
  end: z.object({
    result: z.enum(['completed', 'exited', 'stopped', 'open']),
    at: instant,
    reason: z.string().nullable(),
  }),
  mails: z.array(would),
  /** What left then, and would not by this workflow. */
  gone: z.array(did),
});
export const backtest = z.object({
  since: instant,
  until: instant,
  /** Events of the trigger's kind that were looked at, the newest first; `more`: there were others before. */
  looked: z.int(),
  more: z.boolean(),
  runs: z.array(backtestedRun),
  notStarted: z.array(
    z.object({ event: z.object({ id, type: z.string(), at: instant }), reasons: z.array(z.string()) }),
  ),
  mails: z.object({ would: z.int(), alsoLeft: z.int(), gone: z.int() }),
});
export type NewBacktest = z.infer<typeof newBacktest>;
export type BacktestView = z.infer<typeof backtest>;
export type BacktestedRun = z.infer<typeof backtestedRun>;
export type SentMail = z.infer<typeof did>;
