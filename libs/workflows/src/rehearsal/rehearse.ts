import type { Step, StepKind, StepOf } from '../kinds/step.js';
import { beginsBy } from '../kinds/entry.js';
import { walk } from '../definition/walk.js';
import { advance, initialState } from '../interpreter/advance.js';
import { isAsleep } from '../interpreter/move.js';
import { planOf } from '../interpreter/plan.js';
import type { Command, Input, RunState } from '../interpreter/state.js';
import { resolveWait } from '../outcomes/resolve-wait.js';
import { resultOf } from '../kinds/outcome.js';
import { recipientsOf } from '../kinds/send-mail/outcome.js';
import { rehearseEffect, type RehearsalWorld } from './effects.js';
import { mailsDue } from './later-mails.js';
import { passedMoment } from '../outcomes/moment-passed.js';
import type { InjectedEvent } from './injected-event.js';
import type { LaterMails, RehearsedEffect } from './rehearsed-effect.js';
import { MailsOfDay } from './mails-of-day.js';
import type { Rehearsal, Rehearsed, RehearsedStep } from './rehearsal.js';
import { World } from './world.js';

/** More commands than any definition can give without going round in circles. */
const LONGEST = 20_000;

/**
 * Runs a definition in virtual time, by the interpreter and the rules that real runs go by. Sends nothing and changes nothing: the facts given stay as they
 * are. Pure.
 */
export function rehearse(rehearsal: Rehearsal): Rehearsed {
  return new Driver(rehearsal).run();
}

class Driver {
  readonly #plan;
  readonly #steps: ReadonlyMap<string, Step>;
  readonly #world: World;
  readonly #ports: RehearsalWorld;
  readonly #timeline: RehearsedStep[] = [];
  readonly #inputs: Omit<Input, 'now'>[] = [{ type: 'start' }];
  readonly #coming: InjectedEvent[];
  #state: RunState = initialState();
  #now: string;
  #later: (LaterMails & { readonly stepId: string; readonly visit: number }) | undefined;
  #timer: { readonly due: string; readonly stepId: string; readonly visit: number } | undefined;

  constructor(private readonly rehearsal: Rehearsal) {
    const { definition, event, facts, start, injectedEvents, ports, calendar } = rehearsal;
    this.#plan = planOf(definition);
    this.#steps = new Map([...walk(definition.steps)].map(({ step }) => [step.id, step]));
    this.#world = new World(definition, event, facts);
    const mails = new MailsOfDay(ports.mailsPerDay ?? null, calendar.zone, ports.mailed);
    const { clientZone } = rehearsal;
    this.#ports = {
      ...ports,
      place: (address, now, { window }) => mails.place(address, now, { window, calendar, clientZone }),
    };
    this.#now = start;
    this.#coming = injectedEvents
      .filter(({ at }) => Date.parse(at) >= Date.parse(start))
      .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  }

  run(): Rehearsed {
    for (let guard = 0; !this.#state.ended; guard++) {
      if (guard > LONGEST) throw new Error('The rehearsal does not end.');
      const input = this.#inputs.shift() ?? this.#next();
      if (!input) break;
      const { state, commands } = advance(this.#plan, this.#state, { ...input, now: this.#now } as Input);
      if (isAsleep(this.#state) && !isAsleep(state)) this.#timer = undefined;
      this.#state = state;
      this.#leftWaiting(input);
      for (const command of commands) this.#carryOut(command);
    }
    const { ended } = this.#state;
    // The interpreter knows the code alone; what it was that ended the run, the world knows.
    const why = ended?.result === 'exited' ? this.#world.exitReason() : undefined;
    const end = ended
      ? { ...ended, ...(why && { reason: why }), at: this.#now }
      : ({ result: 'open', at: this.#now } as const);
    return { start: this.rehearsal.start, steps: this.#timeline, end };
  }

  /** Lets time pass to whatever comes first: at the same instant, what happens comes before the timer. */
  #next(): Omit<Input, 'now'> | undefined {
    const injectedEvent = this.#coming[0];
    // While a run is paused none of its mails leaves.
    const later =
      this.#later?.due !== undefined && !this.#state.paused ? { due: this.#later.due } : undefined;
    const timer = this.#timer ?? later;
    if (injectedEvent && (!timer || Date.parse(injectedEvent.at) <= Date.parse(timer.due))) {
      this.#coming.shift();
      this.#now = laterOf(this.#now, injectedEvent.at);
      return this.#happens(injectedEvent);
    }
    if (!timer) return undefined;
    this.#now = laterOf(this.#now, timer.due);
    if (!('stepId' in timer)) return this.#mailsLeave();
    this.#timer = undefined;
    return { type: 'elapsed', stepId: timer.stepId, visit: timer.visit } as Omit<Input, 'now'>;
  }

  /** Mails that the limit has delayed: their moment has come. */
  #mailsLeave(): Omit<Input, 'now'> {
    const { stepId, visit } = this.#later!;
    const step = this.#steps.get(stepId) as StepOf<'sendMail'>;
    const { facts } = this.#world;
    const entry = this.#entry(stepId, visit, step.kind);
    const exit = this.#world.exitReason();
    const late = passedMoment(this.rehearsal.definition, stepId, facts, entry.since, this.#now);
    const stop = exit ?? (late && { code: 'mail.momentPassed', params: { ...late } });
    const { mailsPerDay, people } = this.#ports;
    const addresses = recipientsOf(step.to, facts, people).mailboxes.map(({ address }) => address);
    const effect: RehearsedEffect = stop
      ? { status: 'skipped', reason: stop }
      : mailsDue(this.#later!, addresses, this.#now, mailsPerDay);
    this.#write(entry, effect);
    this.#later = effect.later && { ...effect.later, stepId, visit };
    if (effect.status === 'waiting') return { type: 'recheck' };
    if (effect.status === 'done') this.#world.did(step.kind, this.#now);
    const { status: outcome, reason } = effect;
    return { type: 'settled', stepId, visit, outcome, reason: { code: reason.code } } as Omit<Input, 'now'>;
  }

  /** A run that has gone on, or ended, takes the mails back that have not left. */
  #leftWaiting(input: Omit<Input, 'now'>): void {
    const later = this.#later;
    if (!later) return;
    const { at } = this.#state;
    if (at?.phase === 'pending' && at.stepId === later.stepId && at.visit === later.visit) return;
    if (at?.phase === 'performing' && at.stepId === later.stepId && at.visit === later.visit) return;
    this.#later = undefined;
    const entry = this.#timeline.find(
      ({ stepId, visit }) => stepId === later.stepId && visit === later.visit,
    );
    const isSkip = 'type' in input && input.type === 'skip';
    const reason = { code: isSkip ? 'skipped.byPerson' : 'run.ended' };
    if (entry?.status === 'waiting') Object.assign(entry, { status: 'skipped', at: this.#now, reason });
  }

  #write(entry: RehearsedStep, effect: RehearsedEffect): void {
    const { status, outcome, reason, recipients, subject, later } = effect;
    Object.assign(entry, {
      status,
      at: this.#now,
      reason,
      facts: this.#world.facts,
      ...(outcome && { outcome }),
      ...(recipients && { recipients }),
      ...(later?.due && { due: later.due }),
      ...(subject !== undefined && { subject }),
    });
  }

  #happens(injectedEvent: InjectedEvent): Omit<Input, 'now'> {
    switch (injectedEvent.type) {
      case 'event':
        if (this.#world.happen(this.#now, injectedEvent.event, injectedEvent.facts))
          return { type: 'exit', reason: { code: 'exit.event' } } as Omit<Input, 'now'>;
        return { type: 'recheck' };
      case 'change':
        this.#world.change(injectedEvent.facts);
        return { type: 'recheck' };
      case 'answer':
        this.#world.answer(injectedEvent.answer);
        return { type: 'recheck' };
      case 'control':
        return injectedEvent.control;
    }
  }

  #carryOut(command: Command): void {
    switch (command.type) {
      case 'perform':
        return this.#perform(command);
      case 'resolveWait':
        return this.#resolveWait(command);
      case 'sleep':
        this.#timer = command;
        return;
      case 'journal': {
        const { stepId, visit, kind, status, cause, at, outcome, reason: code } = command.entry;
        const entry = this.#entry(stepId, visit, kind);
        const reason = cause === 'exited' ? (this.#world.exitReason() ?? code) : code;
        Object.assign(entry, { status, at, ...(outcome && { outcome }), ...(reason && { reason }) });
        return;
      }
      case 'recordStatus':
      case 'close':
        return;
    }
  }

  #perform({ stepId, visit, kind }: Extract<Command, { type: 'perform' }>): void {
    const { facts } = this.#world;
    const entry = this.#entry(stepId, visit, kind);
    const exit = this.#world.exitReason();
    if (exit) {
      Object.assign(entry, { status: 'skipped', at: this.#now, reason: exit });
      return this.#performed(stepId, visit, { type: 'exit', reason: { code: exit.code } });
    }
    const effect = rehearseEffect(this.#steps.get(stepId)!, facts, this.#now, this.#ports);
    this.#write(entry, effect);
    if (effect.later) this.#later = { ...effect.later, stepId, visit };
    if (effect.status === 'done') this.#world.did(kind, this.#now);
    if (effect.change) this.#world.change(effect.change);
    this.#performed(stepId, visit, resultOf(effect));
    // What ends the run is seen by the step that comes next.
    if (effect.event) this.#world.happen(this.#now, effect.event);
  }

  #performed(stepId: string, visit: number, result: unknown): void {
    this.#inputs.push({ type: 'performed', stepId, visit, result } as Omit<Input, 'now'>);
  }

  #resolveWait({ stepId, visit }: Extract<Command, { type: 'resolveWait' }>): void {
    const step = this.#steps.get(stepId)!;
    const entry = this.#entry(stepId, visit, step.kind);
    const exit = this.#world.exitReason();
    const said = exit
      ? { resolved: { type: 'exit', reason: { code: exit.code } } as const, reason: exit }
      : resolveWait(step, {
          facts: this.#world.facts,
          now: this.#now,
          calendar: this.rehearsal.calendar,
          clientZone: this.rehearsal.clientZone,
          since: entry.since,
          due: entry.due ?? null,
          override: null,
          answer: this.#world.answerTo(step, visit, this.#now),
        });
    const { resolved, reason } = said;
    // The effect after a wait writes the step itself: while the run is paused it has not been carried out.
    const isWritten = resolved.type !== 'done' || beginsBy(step.kind) !== 'perform';
    if (isWritten) Object.assign(entry, { at: this.#now, ...(reason && { reason }) });
    if (resolved.type === 'wait') {
      entry.status = 'waiting';
      if (resolved.due !== undefined) entry.due = resolved.due;
    } else if (resolved.type === 'done') {
      if (isWritten) entry.status = 'done';
      if (resolved.outcome) entry.outcome = resolved.outcome;
    } else entry.status = resolved.type === 'failed' ? 'failed' : 'skipped';
    this.#inputs.push({ type: 'resolved', stepId, visit, answer: resolved } as Omit<Input, 'now'>);
  }

  #entry(stepId: string, visit: number, kind: StepKind): RehearsedStep {
    const known = this.#timeline.find((one) => one.stepId === stepId && one.visit === visit);
    if (known) return known;
    const since = this.#now;
    const entry: RehearsedStep = {
      stepId,
      visit,
      kind,
      status: 'waiting',
      since,
      at: since,
      facts: this.#world.facts,
    };
    this.#timeline.push(entry);
    return entry;
  }
}

const laterOf = (a: string, b: string): string =>
  Date.parse(a) >= Date.parse(b) ? a : new Date(b).toISOString();
