import type { StepRow } from '@cueline/database';
import type { JournalEntry } from '@cueline/workflows/messages';

/** A step as its run tells of it. */
export const journalRow = ({
  stepId,
  visit,
  kind,
  status,
  cause,
  at,
  outcome,
  reason,
}: JournalEntry): StepRow => ({
  stepId,
  visit,
  kind,
  status,
  ...(cause && { cause }),
  outcome,
  reason,
  ...(status !== 'waiting' && { endedAt: at }),
});
