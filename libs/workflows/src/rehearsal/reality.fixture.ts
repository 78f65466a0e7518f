import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { WorkflowHandle } from '@temporalio/client';
import type { Worker } from '@temporalio/worker';
import { factsOf, injectedEventsOf, type Case } from '@cueline/testkit/random-workflows';
import type { Facts } from '../catalogue/index.js';
import { findStep, type Step } from '../definition/index.js';
import {
  signals,
  type JournalEntry,
  type Performed,
  type RunActivities,
  type ResolvedWait,
} from '../messages/index.js';
import { resolveWait } from '../outcomes/index.js';
import { usualHours } from '../timing/index.js';
import { beginsBy, resultOf } from '../kinds/index.js';
import { rehearseEffect, type RehearsalPorts } from './effects.js';
import { samplePeople, World, type InjectedEvent } from './index.js';

/** More than a workflow task may take that a busy worker has lost, and that the server hands out again after ten seconds. */
const MOST_WAIT_MS = 120_000;

export const ports: RehearsalPorts = {
  people: samplePeople,
  optedOut: false,
  fill: (line, text) => ({ ok: true, line, text }),
  webhookAllow: new Set(),
};

export interface Lived {
  readonly stepId: string;
  readonly visit: number;
  since: string;
  status: string;
  at: string;
  due?: string;
  outcome?: string;
  code?: string;
  /** Of an effect: who would get its email, and the facts that it saw, which hold what the effects before it changed. */
  recipients?: readonly string[];
  subject?: string;
  facts?: Facts;
}

/** One run on a real server, with a world in memory where the product has its database. */
export class LivedRun {
  readonly lived: Lived[] = [];
  readonly injectedEvents: InjectedEvent[];
  readonly world: World;
  handle!: WorkflowHandle;
  ended: string | undefined;
  /** Calls of activities so far: a run that was woken makes one. */
  calls = 0;
  /** Until when it sleeps. */
  due: string | undefined;
  /** Answers of effects, by step and visit. Temporal may have an activity done again: the second time answers as the first. */
  readonly #performed = new Map<string, readonly Performed[]>();

  constructor(
    readonly one: Case,
    readonly start: string,
    private readonly now: () => Promise<string>,
  ) {
    this.world = new World(one.definition, 'booking.created', factsOf(one, start));
    this.injectedEvents = injectedEventsOf(one, start);
  }

  /** Lets one thing happen to it. */
  async suffer(injectedEvent: InjectedEvent): Promise<void> {
    const at = await this.now();
    const signal = (name: string, argument: object) => this.handle.signal(name, argument);
    switch (injectedEvent.type) {
      case 'event':
        return this.world.happen(at, injectedEvent.event, injectedEvent.facts)
          ? signal(signals.exit, { eventId: 'e', reason: { code: 'exit.event' } })
          : signal(signals.recheck, {});
      case 'change':
        this.world.change(injectedEvent.facts);
        return signal(signals.recheck, {});
      case 'answer':
        this.world.answer(injectedEvent.answer);
        return signal(signals.recheck, {});
      case 'control': {
        const { type, ...argument } = injectedEvent.control;
        return signal(type, argument);
      }
    }
  }

  readonly activities: RunActivities = {
    perform: async ({ stepId, visit, journal }) => {
      const now = await this.#called(journal);
      const known = this.#performed.get(`${stepId}/${visit}`);
      const performed = known ?? (await this.#perform(stepId, visit, now));
      this.#performed.set(`${stepId}/${visit}`, performed);
      return performed;
    },
    resolveWait: async ({ stepId, visit, journal }): Promise<ResolvedWait> => {
      const now = await this.#called(journal);
      const step = this.#step(stepId);
      const entry = this.#entry(stepId, visit, now);
      const exit = this.world.exitReason();
      if (exit) {
        Object.assign(entry, { status: 'skipped', at: now, code: exit.code });
        return { type: 'exit', reason: { code: exit.code } };
      }
      const { resolved, reason } = resolveWait(step, {
        facts: this.world.facts,
        now,
        calendar: { zone: this.one.zone, hours: usualHours },
        clientZone: this.one.clientZone,
        since: entry.since,
        due: entry.due ?? null,
        override: null,
        answer: this.world.answerTo(step, visit, now),
      });
      // A second attempt that comes late changes nothing of a step that has been carried out since.
      if (this.#performed.has(`${stepId}/${visit}`)) return resolved;
      const isWritten = resolved.type !== 'done' || beginsBy(step.kind) !== 'perform';
      if (isWritten) Object.assign(entry, { at: now, ...(reason && { code: reason.code }) });
      if (resolved.type === 'wait') {
        entry.status = 'waiting';
        if (resolved.due !== undefined) this.due = entry.due = resolved.due;
      } else if (resolved.type === 'done') {
        if (isWritten) entry.status = 'done';
        if (resolved.outcome) entry.outcome = resolved.outcome;
      } else entry.status = resolved.type === 'failed' ? 'failed' : 'skipped';
      return resolved;
    },
    recordStatus: async ({ journal }) => {
      await this.#called(journal);
      return null;
    },
    migrate: async ({ journal }) => {
      await this.#called(journal);
      return null;
    },
    close: async ({ result, journal }) => {
      await this.#called(journal);
      this.ended = result;
      return null;
    },
  };

  async #perform(stepId: string, visit: number, now: string): Promise<readonly Performed[]> {
    const entry = this.#entry(stepId, visit, now);
    const exit = this.world.exitReason();
    if (exit) {
      Object.assign(entry, { status: 'skipped', at: now, code: exit.code });
      return [{ stepId, visit, result: { type: 'exit', reason: { code: exit.code } } }];
    }
    entry.facts = this.world.facts;
    const effect = rehearseEffect(this.#step(stepId), this.world.facts, now, {
      ...ports,
      place: (_address, at) => ({ at, day: at.slice(0, 10) }),
    });
    const { status, outcome, reason, recipients, subject } = effect;
    Object.assign(entry, { status, at: now, code: reason.code, ...(outcome && { outcome }) });
    Object.assign(entry, { ...(recipients && { recipients }), ...(subject !== undefined && { subject }) });
    if (status === 'done') this.world.did(this.#step(stepId).kind, now);
    if (effect.change) this.world.change(effect.change);
    if (effect.event) this.world.happen(now, effect.event);
    const result = resultOf(effect);
    if (result.type !== 'done' || this.#step(stepId).kind !== 'callWebhook')
      return [{ stepId, visit, result }];
    // Whoever delivers webhooks tells the run, perhaps before the activity has answered.
    await this.handle.signal(signals.settled, { stepId, visit, outcome: 'done' });
    return [{ stepId, visit, result: { type: 'pending' } }];
  }

  async #called(journal: readonly JournalEntry[]): Promise<string> {
    for (const { stepId, visit, status, cause, at, outcome, reason } of journal) {
      const entry = this.#entry(stepId, visit, at);
      const why = cause === 'exited' ? (this.world.exitReason() ?? reason) : reason;
      Object.assign(entry, { status, at, ...(outcome && { outcome }), ...(why && { code: why.code }) });
    }
    this.due = undefined;
    const now = await this.now();
    this.calls++;
    return now;
  }

  #step(stepId: string): Step {
    return findStep(this.one.definition.steps, stepId)!.step;
  }

  #entry(stepId: string, visit: number, now: string): Lived {
    const known = this.lived.find((one) => one.stepId === stepId && one.visit === visit);
    if (known) return known;
    const entry: Lived = { stepId, visit, since: now, status: 'waiting', at: now };
    this.lived.push(entry);
    return entry;
  }
}

/** Activities of a worker for many runs at once. */
export const activitiesOf = (runs: ReadonlyMap<string, LivedRun>): RunActivities => ({
  perform: (call) => runs.get(call.runId)!.activities.perform(call),
  resolveWait: (call) => runs.get(call.runId)!.activities.resolveWait(call),
  recordStatus: (call) => runs.get(call.runId)!.activities.recordStatus(call),
  migrate: (call) => runs.get(call.runId)!.activities.migrate(call),
  close: (call) => runs.get(call.runId)!.activities.close(call),
});

/** Waits until nothing of a run is under way: every signal that it was sent is worked off. */
export async function idle(
  run: LivedRun,
  environment: TestWorkflowEnvironment,
  worker: Worker,
): Promise<void> {
  const { workflow } = environment.client;
  for (const end = Date.now() + MOST_WAIT_MS; Date.now() < end;) {
    // A history is dear to fetch: only once its worker has nothing in hand.
    await rest(worker);
    if (run.ended) return;
    const { events } = await workflow.getHandle(run.handle.workflowId).fetchHistory();
    const last = events!.findLast(
      (event) =>
        event.workflowTaskScheduledEventAttributes ??
        event.workflowTaskStartedEventAttributes ??
        event.workflowTaskCompletedEventAttributes ??
        event.workflowExecutionSignaledEventAttributes ??
        event.timerFiredEventAttributes,
    );
    if (run.ended || last?.workflowTaskCompletedEventAttributes) return;
  }
  throw new Error(`Run ${run.handle.workflowId} does not come to rest.`);
}

/** Until a worker has had nothing in hand for three looks in a row. */
async function rest(worker: Worker): Promise<void> {
  for (let quiet = 0; quiet < 3;) {
    await new Promise((resolve) => setTimeout(resolve, 8));
    const { numInFlightActivities, numInFlightWorkflowActivations } = worker.getStatus();
    quiet = numInFlightActivities + numInFlightWorkflowActivations === 0 ? quiet + 1 : 0;
  }
}
