import type { Definition } from '../definition/definition.js';
import { kindOf } from '../kinds/registry.js';
import type { Step } from '../kinds/step.js';
import { inEach, type Texts } from '../language/language.js';
import type { DateMoment } from '../timing/date-moment.js';
import { compareMoments, spanOfDuration, spanOfMoment } from '../timing/span.js';
import { describeMidSentence } from '../timing/describe.js';
import { follow, ranOut, type Carrier } from './flow.js';
import type { Problem, ProblemCode } from './problem.js';

const earlierStep: Texts = { en: 'an earlier step', de: 'ein früherer Schritt' };

/** A moment that certainly has come, and what it was reached by. */
interface Reached {
  readonly moment: DateMoment;
  /** Minutes at least that have gone by since. */
  readonly since: number;
  /** The step; none for the start of the workflow. */
  readonly step?: Step;
}
/** By the field that is counted from. */
type State = ReadonlyMap<string, Reached>;

/** Waits and limits for moments that certainly are past when a run gets to them: those before counted from the same date to a later one. */
export function dateOrderProblems({ trigger, steps }: Definition): Problem[] {
  const problems: Problem[] = [];
  const check = (
    moment: DateMoment | undefined,
    step: Step,
    code: ProblemCode,
    path: string,
    state: State,
  ) => {
    const reached = moment && state.get(moment.anchor);
    if (!reached || !isPast(moment, reached)) return;
    const params = {
      moment: inEach((language) => describeMidSentence(moment, language)),
      reached: inEach((language) => describeMidSentence(reached.moment, language)),
      by: reached.step ? (reached.step.name ?? earlierStep) : '',
    };
    problems.push({ code, severity: 'warning', stepId: step.id, path, params });
  };
  const carrier: Carrier<State> = {
    past(step, pointer, state) {
      const wait = kindOf(step).waits?.(step);
      if (wait?.type === 'for') return goOn(state, spanOfDuration(wait.time).least);
      if (wait) {
        check(wait.until, step, 'wait.certainlyPast', `${pointer}${wait.at}`, state);
        return reach(state, wait.until, step);
      }
      const limit = 'limit' in step ? step.limit : undefined;
      if (limit && 'until' in limit)
        check(limit.until, step, 'limit.certainlyPast', `${pointer}/limit/until`, state);
      return state;
    },
    into(step, path, state) {
      const limit = ranOut(step, path);
      if (!limit) return state;
      return 'until' in limit
        ? reach(state, limit.until, step)
        : goOn(state, spanOfDuration(limit.for).least);
    },
    join: (a, b) =>
      new Map(
        [...a].flatMap(([anchor, one]) => {
          const other = b.get(anchor);
          return other ? [[anchor, leastOf(one) <= leastOf(other) ? one : other] as const] : [];
        }),
      ),
  };
  const start: State =
    trigger.type === 'date'
      ? new Map([[trigger.moment.anchor, { moment: trigger.moment, since: 0 }]])
      : new Map();
  follow(steps, carrier, start);
  return problems;
}

const leastOf = ({ moment, since }: Reached): number => spanOfMoment(moment).least + since;

function isPast(moment: DateMoment, reached: Reached): boolean {
  if (reached.since === 0) return compareMoments(moment, reached.moment) < 0;
  // Less than a minute ago counts as now.
  return spanOfMoment(moment).most + 1 <= leastOf(reached);
}

function reach(state: State, moment: DateMoment, step: Step): State {
  const reached: Reached = { moment, since: 0, step };
  const before = state.get(moment.anchor);
  return before && leastOf(before) > leastOf(reached) ? state : new Map([...state, [moment.anchor, reached]]);
}

const goOn = (state: State, minutes: number): State =>
  minutes === 0
    ? state
    : new Map([...state].map(([anchor, one]) => [anchor, { ...one, since: one.since + minutes }] as const));
