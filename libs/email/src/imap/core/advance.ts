import type { Ask } from './ask.js';
import type { Moment } from './ids.js';
import type { Answer, Observation } from './observation.js';
import { nextPlanAt, phaseDuring, plan } from './plan.js';
import { folderOf, type SyncState } from './state.js';
import type { Outcome, Refused, Rules } from './outcome.js';
import type { Step } from './step.js';
import { missedContent } from './steps/contents.js';
import { mirror } from './steps/mirror.js';
import { rules } from './steps/rules.js';
import { withoutCommands } from './steps/change/taken-back.js';
import { afterLoss, afterRefusal, withoutFolder } from './trouble.js';
import { newest, sizeOf, without } from './uid-set.js';
import type { Write } from './write.js';

/** At most one of them: something is asked, something is stored, or nothing happens before `wakeAt`. None: a person has to act. */
export interface Turn {
  readonly state: SyncState;
  readonly ask?: Ask;
  /** The next observation is that it is stored, or that the lease is lost. */
  readonly write?: Write;
  readonly wakeAt?: Moment;
}

/**
 * The sync of a mailbox: what was seen leads to what is asked or stored next. It reads no clock and knows no server: drivers carry it out. Everything that
 * a write says is safe to be said twice, and a cursor passes only what is stored, so that a break at any place costs a repeat and nothing else.
 */
export function advance(state: SyncState, observation: Observation, now: Moment): Turn {
  if (state.phase.is === 'released') return { state };
  if (observation.saw === 'leaseLost') return { state: { ...state, steps: [], phase: { is: 'released' } } };
  if (state.isWriting) {
    if (observation.saw !== 'committed') throw new Error(`A write is open, and ${observation.saw} was seen.`);
    const { folders, takenBack = [] } = observation;
    const steps = takenBack.length > 0 ? withoutCommands(state.steps, new Set(takenBack)) : state.steps;
    return goOn({ ...state, isWriting: false, folders, steps }, now);
  }
  switch (observation.saw) {
    case 'tick':
      return goOn(state, now);
    case 'lost':
      return rested(afterLoss(state, observation, now));
    case 'refused':
      return refused(state, observation, now);
    case 'committed':
      throw new Error('Something was stored that no write was open for.');
    default:
      return took(state, observation, now);
  }
}

/** Begins what is next until something has to be waited for. */
function goOn(from: SyncState, now: Moment): Turn {
  let state = from;
  for (;;) {
    if (state.steps.length === 0) {
      const steps = plan(state, now);
      state = { ...state, steps, areCommandsRead: steps[0]?.step === 'commands' };
    }
    const [step] = state.steps;
    if (!step) return { state, wakeAt: nextPlanAt(state, now) };
    // Its folder went away meanwhile.
    if ('folder' in step && !folderOf(state, step.folder)) {
      state = { ...state, steps: state.steps.slice(1) };
      continue;
    }
    const turn = settled(state, ruleOf(step).begin(step, state, now));
    if (turn.ask || turn.write) return turn;
    state = turn.state;
  }
}

function took(state: SyncState, observation: Answer, now: Moment): Turn {
  const [step] = state.steps;
  const outcome = step && ruleOf(step).take?.(step, observation, state, now);
  if (!outcome) throw new Error(`Nothing is open, and ${observation.saw} was seen.`);
  return followed(state, outcome, now);
}

function followed(state: SyncState, outcome: Outcome, now: Moment): Turn {
  const turn = settled(state, outcome);
  return turn.ask || turn.write ? turn : goOn(turn.state, now);
}

/** What has come of the first step. */
function settled(state: SyncState, outcome: Outcome): Turn {
  const [first, ...later] = state.steps;
  if ('ask' in outcome) {
    const step = outcome.as ?? first!;
    return {
      state: { ...state, steps: [step, ...later], phase: phaseDuring(step, state) },
      ask: outcome.ask,
    };
  }
  const next = { ...state, ...outcome.set, steps: [...outcome.then, ...later] };
  return outcome.write ? { state: { ...next, isWriting: true }, write: outcome.write } : { state: next };
}

function refused(state: SyncState, observation: Refused, now: Moment): Turn {
  const [step, ...later] = state.steps;
  const outcome = step && ruleOf(step).refused?.(step, observation, state, now);
  if (outcome) return followed(state, outcome, now);
  if (!step || !('folder' in step)) return rested(afterRefusal(state, observation, now));
  if (step.step === 'fetch' || step.step === 'recognize') {
    // One mail may spoil a whole part: halves find it.
    const half = newest(step.uids, Math.floor(sizeOf(step.uids) / 2));
    if (half.length === 0)
      return {
        state: { ...state, steps: later, isWriting: true },
        write: missedContent(state, step.folder, step.uids),
      };
    const rest = without(step.uids, half);
    return goOn({ ...state, steps: [{ ...step, uids: half }, { ...step, uids: rest }, ...later] }, now);
  }
  const left = withoutFolder(state, step.folder, observation, now);
  const folder = folderOf(state, step.folder);
  if (!folder?.uidValidity) return goOn(left, now);
  const fact = { fact: 'folderRefused', folder: folder.id, reply: observation.reply } as const;
  return { state: { ...left, isWriting: true }, write: mirror(folder, { facts: [fact] }) };
}

function rested(state: SyncState): Turn {
  const { phase } = state;
  const until = phase.is === 'waiting' || phase.is === 'needsYou' ? phase.until : null;
  return until === null ? { state } : { state, wakeAt: until };
}

/** TypeScript does not see that a step and the rules under its name belong together. */
const ruleOf = <Kind extends Step['step']>({ step }: Extract<Step, { step: Kind }>): Rules<Kind> =>
  rules[step];
