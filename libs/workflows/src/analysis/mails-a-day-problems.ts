import type { Definition } from '../definition/definition.js';
import type { Texts } from '../language/language.js';
import { limits } from '../limits.js';
import type { StepMail } from '../kinds/kind.js';
import { kindOf } from '../kinds/registry.js';
import type { Step } from '../kinds/step.js';
import type { WaitUntil } from '../timing/date-moment.js';
import { DAY_MINUTES, spanOfDuration, usualMinutes } from '../timing/span.js';
import { follow, ranOut, type Carrier } from './flow.js';
import type { Problem } from './problem.js';

interface State {
  /** By recipient: how many minutes ago the mails of the last day left at least, the latest first. */
  readonly mails: ReadonlyMap<string, readonly number[]>;
  /** Where the run is in minutes from a record's date, when it has waited for that date or began by it. */
  readonly where?: { readonly anchor: string; readonly minutes: number };
}
interface TooMany {
  readonly step: Step;
  readonly to: Texts;
  readonly path: string;
  count: number;
}

/** More mails within a day to the same people than anybody likes to get, on the way through the definition that has the most. */
export function mailsADayProblems({ trigger, steps }: Definition): Problem[] {
  const found = new Map<string, TooMany>();
  const carrier: Carrier<State> = {
    past(step, pointer, state) {
      const kind = kindOf(step);
      const sends = kind.mail?.(step);
      if (sends?.isOutside) return sent(step, sends, pointer, state, found);
      const wait = kind.waits?.(step);
      if (!wait) return state;
      return wait.type === 'for'
        ? later(state, spanOfDuration(wait.time).most)
        : untilDate(state, wait.until);
    },
    into(step, path, state) {
      const limit = ranOut(step, path);
      return limit && 'for' in limit ? later(state, spanOfDuration(limit.for).most) : state;
    },
    join,
  };
  const { anchor, ...moment } = trigger.type === 'date' ? trigger.moment : { anchor: undefined };
  const where = anchor && 'offset' in moment ? { where: { anchor, minutes: usualMinutes(moment) } } : {};
  follow(steps, carrier, { mails: new Map(), ...where });
  return [...found.values()].map(({ step, to, path, count }) => ({
    code: 'mail.tooManyADay',
    severity: 'warning',
    stepId: step.id,
    path,
    params: { to, count, limit: limits.mailsADay },
  }));
}

function sent(
  step: Step,
  { recipientKey: key, recipients: to }: StepMail,
  pointer: string,
  state: State,
  found: Map<string, TooMany>,
): State {
  const mails = [0, ...(state.mails.get(key) ?? [])];
  const { length: count } = mails;
  if (count > limits.mailsADay) {
    const known = found.get(key);
    if (known) known.count = Math.max(known.count, count);
    else found.set(key, { step, to, path: `${pointer}/to`, count });
  }
  return { ...state, mails: new Map([...state.mails, [key, mails]]) };
}

function later(state: State, minutes: number): State {
  const { where } = state;
  const mails = [...state.mails].map(
    ([key, ages]) => [key, ages.map((age) => age + minutes).filter((age) => age < DAY_MINUTES)] as const,
  );
  return {
    mails: new Map(mails),
    ...(where && { where: { ...where, minutes: where.minutes + minutes } }),
  };
}

/** A wait that goes on when its moment is past may last no time, unless the run is known to be before it. */
function untilDate(state: State, until: WaitUntil): State {
  const { where } = state;
  const minutes = usualMinutes(until);
  const known = where?.anchor === until.anchor ? Math.max(0, minutes - where.minutes) : undefined;
  const { mails } = later(state, known ?? (until.ifPast === 'go-on' ? 0 : DAY_MINUTES));
  if (until.ifPast === 'go-on' && known === undefined) return { mails };
  return { mails, where: { anchor: until.anchor, minutes } };
}

/** The k-th last mail is the later one of either way: so the count of a day is that of the way which has more. */
function join(a: State, b: State): State {
  const keys = new Set([...a.mails.keys(), ...b.mails.keys()]);
  const mails = [...keys].map(
    (key) => [key, latest(a.mails.get(key) ?? [], b.mails.get(key) ?? [])] as const,
  );
  const same = a.where && b.where && a.where.anchor === b.where.anchor;
  return {
    mails: new Map(mails),
    ...(same && { where: a.where.minutes > b.where.minutes ? a.where : b.where }),
  };
}

const latest = (a: readonly number[], b: readonly number[]): readonly number[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, i) =>
    Math.min(a[i] ?? Infinity, b[i] ?? Infinity),
  );
