import {
  requestApproval,
  awaitedEvents,
  lapseApproval,
  type ApprovalAnswer,
  type Queryable,
  type RecordContext,
  type RunContext,
} from '@cueline/database';
import { answerableKinds, type StepQuestion } from '@cueline/workflows';

/** What ends a wait for an answer. */
export class AnswersRepository {
  constructor(private readonly on: Queryable) {}

  /** Events of a type about the run's records that can end this wait, the earliest first, with all that is known around each. */
  events(
    studioId: string,
    { runId }: RunContext,
    type: string,
    stepId: string,
    visit: number,
  ): Promise<RecordContext[]> {
    return awaitedEvents.rows(this.on, { studioId, runId, type, stepId, visit, answerableKinds });
  }

  /** Asks, unless it was asked before. */
  async approval(
    studioId: string,
    { runId, now }: RunContext,
    stepId: string,
    visit: number,
    { kind, text: question }: StepQuestion,
  ): Promise<ApprovalAnswer> {
    return (await requestApproval.first(this.on, { studioId, runId, stepId, visit, kind, question, now }))!;
  }

  /** Nobody has answered in time. @returns false when somebody has at this very moment */
  async lapse(studioId: string, runId: string, stepId: string, visit: number): Promise<boolean> {
    return (await lapseApproval.run(this.on, { studioId, runId, stepId, visit })) === 1;
  }
}
