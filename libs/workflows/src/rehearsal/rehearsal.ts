import type { Facts } from '../catalogue/field.js';
import type { EventType } from '../catalogue/event-types.js';
import type { Definition } from '../definition/definition.js';
import type { StepKind } from '../kinds/step.js';
import type { RunResult } from '../interpreter/state.js';
import type { Calendar } from '../timing/moment-of.js';
import type { RehearsalPorts } from './effects.js';
import type { Reason } from '../reasons/reason.js';
import type { InjectedEvent } from './injected-event.js';

export interface Rehearsal {
  readonly definition: Definition;
  /** The event that starts it. */
  readonly event: EventType;
  /** When it happens, ISO instant. */
  readonly start: string;
  readonly facts: Facts;
  readonly calendar: Calendar;
  readonly clientZone: string | null;
  readonly injectedEvents: readonly InjectedEvent[];
  readonly ports: RehearsalPorts;
}

/** A step that the run came to. */
export interface RehearsedStep {
  readonly stepId: string;
  readonly visit: number;
  readonly kind: StepKind;
  status: 'waiting' | 'done' | 'skipped' | 'failed';
  /** When the run came to it, and when it was left; ISO instants. */
  readonly since: string;
  at: string;
  /** Until when it waits, or waited last. */
  due?: string;
  outcome?: string;
  reason?: Reason;
  /** Who would get the mail. */
  recipients?: readonly string[];
  /** Of a notice within the studio, filled in. */
  subject?: string;
  /** The facts that it saw. */
  facts: Facts;
}

export interface Rehearsed {
  /** When it starts, ISO instant. */
  readonly start: string;
  readonly steps: readonly RehearsedStep[];
  readonly end:
    | { readonly result: RunResult; readonly at: string; readonly reason?: Reason }
    /** It is open: it waits for an answer that was not let happen, failed, or is paused. */
    | { readonly result: 'open'; readonly at: string };
}
