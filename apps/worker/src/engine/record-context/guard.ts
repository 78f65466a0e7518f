import { exitReason, type ExitReason } from '@cueline/workflows';
import { factsOf } from '@cueline/database';
import type { RunContext } from './run-context.repository.js';

/** Why a run must not go on with an effect, as the record is at this moment; undefined when nothing speaks against it. */
export const reasonToExit = (context: RunContext): ExitReason | undefined =>
  exitReason({
    subjectType: context.subjectType,
    eventType: context.beganWith,
    exitEvent: context.exitEvent,
    facts: factsOf(context),
  });
