import type { EffectResult, JournalEntry, Later, ResolvedWait, Tried } from '../interpreter/index.js';
import type { Performed, RunActivities, Written } from '../messages/index.js';

type Call = { readonly what: string; readonly journal: readonly JournalEntry[] };
type Answer = EffectResult | readonly Performed[] | ((tried?: Tried) => EffectResult | Promise<EffectResult>);

/** Activities that answer by script, one answer a visit (of steps it went on with as well, where the script says so), and keep what they were asked: "perform mail/1 last". */
export function scriptedActivities(
  answers: Readonly<Record<string, readonly Answer[]>>,
  due: () => string,
  /** What a step waits for, one answer after the other by step and visit; else until `due`. */
  waits: Readonly<Record<string, (ResolvedWait | (() => ResolvedWait))[]>> = {},
  /** What comes of writing, one answer after the other by "recordStatus paused", "migrate v2" or "close completed"; else it is written. */
  writes: Readonly<Record<string, (Later | (() => never))[]>> = {},
) {
  const calls: Call[] = [];
  const note = (what: string, journal: readonly JournalEntry[]) => void calls.push({ what, journal });
  const write = (what: string, journal: readonly JournalEntry[], more = ''): Promise<Written> => {
    note(`${what}${more}`, journal);
    const said = writes[what]?.shift();
    return new Promise((resolve) => resolve(typeof said === 'function' ? said() : said));
  };
  const activities: RunActivities = {
    perform: async ({ stepId, visit, last, journal, tried }) => {
      note(`perform ${stepId}/${visit}${last ? ' last' : ''}`, journal);
      const answer = answers[stepId]?.[visit - 1] ?? { type: 'done', closed: last };
      const result = typeof answer === 'function' ? await answer(tried) : answer;
      return 'type' in result ? [{ stepId, visit, result }] : result;
    },
    resolveWait: ({ stepId, visit, journal }) => {
      note(`resolveWait ${stepId}/${visit}`, journal);
      const said = waits[`${stepId}/${visit}`]?.shift() ?? { type: 'wait', due: due() };
      return Promise.resolve(typeof said === 'function' ? said() : said);
    },
    recordStatus: ({ status, journal }) => write(`recordStatus ${status}`, journal),
    migrate: ({ versionId, journal }) => write(`migrate ${versionId}`, journal),
    close: ({ result, reason, journal }) =>
      write(`close ${result}`, journal, reason ? ` ${reason.code}` : ''),
  };
  return { activities, calls, did: () => calls.map(({ what }) => what) };
}

/** Longer than a workflow task may take that a busy worker has lost, and that the server hands out again after ten seconds. */
const MOST_WAIT_MS = 60_000;

/** Waits until a condition holds, looking every few milliseconds; fails after a minute. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + MOST_WAIT_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited a minute in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
