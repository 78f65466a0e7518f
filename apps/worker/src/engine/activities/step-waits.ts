import { journalRow } from './journal-row.js';
import {
  beginsBy,
  evaluate,
  factAt,
  parseBusinessHours,
  kindOf,
  resolveWait,
  type Answer,
  type Step,
  type WaitAnswer,
  type WaitFacts,
} from '@cueline/workflows';
import type { RunActivities, ResolvedWait } from '@cueline/workflows/messages';
import { factsOf, textOf, type RunRow, type StepRow } from '@cueline/database';
import { reasonToExit } from '../record-context/guard.js';
import type { RunContext, RunContextRepository } from '../record-context/run-context.repository.js';
import type { AnswersRepository } from './answers.repository.js';
import { causeOf, pastBy } from './step-cause.js';
import type { Later, Met, StepFailures } from '../put-off/step-failures.js';

type Call = Parameters<RunActivities['resolveWait']>[0];

/** What ended a wait for an answer, for the step's record. */
interface Answered {
  readonly outcome: Answer;
  readonly params: Readonly<Record<string, unknown>>;
  /** The event that it was. */
  readonly eventId?: string;
}

/** Says what a step waits for, by the record of this moment, and writes it down. */
export class StepWaits {
  constructor(
    private readonly contexts: RunContextRepository,
    private readonly failures: StepFailures,
    private readonly answers: AnswersRepository,
  ) {}

  /** Whatever goes wrong is an answer as well: the step has failed, or is to be asked later. */
  async resolveWait(call: Call): Promise<ResolvedWait> {
    const { studioId, runId, stepId, visit, tried, kind = 'wait' } = call;
    try {
      return await this.#resolveWait(call);
    } catch (error) {
      const met = metBy(call);
      const { result, reason } = this.failures.effectOf(error, met);
      if (result.type !== 'later' && result.type !== 'failed') throw error;
      const step = { stepId, visit, kind, ...causeOf(result), reason };
      const steps = [...call.journal.map(journalRow), rowOf(step, result)];
      // When the step is due its row has from what it waits for, and not from the next try.
      const next = result.type === 'later' ? { nextAt: result.at } : {};
      const status = result.type === 'later' ? 'waiting' : 'failed';
      const run: RunRow = { status, currentStepId: stepId, reason, ...next };
      return (await this.failures.record(studioId, { runId, steps, run }, { ...met, tried })) ?? result;
    }
  }

  async #resolveWait(call: Call): Promise<ResolvedWait> {
    const { studioId, runId, stepId, visit } = call;
    const context = await this.contexts.load(studioId, runId, stepId, visit);
    const before = answeredBefore(context);
    if (before) return before;
    const step = await this.contexts.step(context, studioId, stepId);
    const stop = reasonToExit(context);
    if (stop) {
      const exit: ResolvedWait = { type: 'exit', reason: { code: stop.code } };
      return (await this.#write(call, context, step, { resolved: exit, reason: stop })) ?? exit;
    }
    const answer = await this.#answerTo(step, context, call);
    const said = resolveWait(step, waitFactsOf(context, answer?.outcome ?? null));
    const isQuestion = kindOf(step).question?.(step)?.kind === 'question';
    const unanswered = isQuestion && said.resolved.type === 'done' && !answer;
    // An answer counts until the question is closed, which it is before the run goes on without one.
    if (unanswered && !(await this.answers.lapse(studioId, runId, stepId, visit)))
      return this.#resolveWait(call);
    return (await this.#write(call, context, step, withAnswer(said, answer), answer)) ?? said.resolved;
  }

  async #answerTo(step: Step, context: RunContext, call: Call): Promise<Answered | undefined> {
    const { studioId, stepId, visit } = call;
    const kind = kindOf(step);
    const awaited = kind.awaits?.(step);
    if (awaited) {
      const { type, when, outcome } = awaited;
      const now = context.now.toISOString();
      const events = await this.answers.events(studioId, context, type, stepId, visit);
      const found = events.find((event) => !when || evaluate(when, factsOf(event), now).result);
      return found && { outcome, params: { event: found.eventId, type }, eventId: found.eventId };
    }
    const question = kind.question?.(step);
    if (!question) return undefined;
    const {
      state,
      decidedByName: by,
      note,
    } = await this.answers.approval(studioId, context, stepId, visit, question);
    return state === 'approved' || state === 'declined'
      ? { outcome: state, params: { by, note } }
      : undefined;
  }

  async #write(
    call: Call,
    context: RunContext,
    step: Step,
    { resolved, cause, reason }: WaitAnswer,
    answer?: Answered,
  ): Promise<Later | undefined> {
    const { studioId, runId, stepId, visit } = call;
    const journal = call.journal.map(journalRow);
    const now = context.now.toISOString();
    const row = { stepId, visit, kind: step.kind, ...causeOf(resolved), ...(cause && { cause }), reason };
    const write = (steps: StepRow[], run: RunRow) =>
      this.failures.record(studioId, { runId, steps, run }, metBy(call));
    const record = (one: StepRow, run: RunRow) => write([...journal, one], run);
    const here = { currentStepId: stepId } as const;
    switch (resolved.type) {
      case 'wait': {
        const { due } = resolved;
        const startedAt = (context.stepStarted ?? context.now).toISOString();
        return record(
          { ...row, reason: reason ?? { code: 'wait.due' }, status: 'waiting', startedAt, dueAt: due },
          { status: 'waiting', nextAt: due ?? null, ...here },
        );
      }
      case 'done':
        // The effect after a wait writes the step itself.
        if (beginsBy(step.kind) === 'perform') return write(journal, { status: 'running', ...here });
        return record(
          { ...row, status: 'done', outcome: resolved.outcome, eventId: answer?.eventId, endedAt: now },
          { status: 'running', ...here },
        );
      case 'past':
      case 'skipped':
      case 'exit':
        return record({ ...row, status: 'skipped', endedAt: now }, { status: 'running', ...here });
      case 'failed':
        return record({ ...row, status: 'failed', endedAt: now }, { status: 'failed', reason, ...here });
      case 'later':
        return resolved;
    }
  }
}

const metBy = ({ runId, stepId, tried }: Call): Met => ({ runId, work: `the wait at step ${stepId}`, tried });

const rowOf = (
  step: Pick<StepRow, 'stepId' | 'visit' | 'kind' | 'cause' | 'reason'>,
  { type }: { readonly type: 'later' | 'failed' },
): StepRow =>
  type === 'later'
    ? { ...step, status: 'waiting' }
    : { ...step, status: 'failed', endedAt: new Date().toISOString() };

const withAnswer = (said: WaitAnswer, answer: Answered | undefined): WaitAnswer =>
  answer && (said.resolved.type === 'done' || said.resolved.type === 'skipped')
    ? { ...said, reason: { code: said.reason!.code, params: answer.params } }
    : said;

function waitFactsOf(context: RunContext, answer: Answer | null): WaitFacts {
  const facts = factsOf(context);
  return {
    facts,
    now: context.now.toISOString(),
    calendar: {
      zone: textOf(factAt(facts, 'brand.zone')) ?? 'UTC',
      hours: parseBusinessHours(context.brand?.businessHours ?? {}),
    },
    clientZone: textOf(context.client?.zone),
    since: (context.stepStarted ?? context.now).toISOString(),
    due: context.stepDue?.toISOString() ?? null,
    override: context.stepOverride?.toISOString() ?? null,
    answer,
  };
}

/** An activity may run twice: the second time answers as the first. What waits or failed is looked at anew. */
function answeredBefore(context: RunContext): ResolvedWait | undefined {
  const { stepStatus: status, stepCause: cause, stepOutcome: outcome, stepReason: reason } = context;
  if (status === 'done') return { type: 'done', ...(outcome !== null && { outcome }) };
  if (status !== 'skipped') return undefined;
  const then = pastBy(cause);
  if (then) return { type: 'past', then };
  const code = reason?.code ?? 'run.ended';
  return { type: cause === 'exited' ? 'exit' : 'skipped', reason: { code } };
}
