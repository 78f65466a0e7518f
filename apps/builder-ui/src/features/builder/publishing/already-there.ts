import { m } from './messages.js';
import type { Impact } from './use-impact.js';

type Coming = NonNullable<Impact['coming']>;
type Matching = Impact['records'];

export interface ComingContent {
  readonly sentence: string;
  /** The first of them: whose it is, and when it starts. */
  readonly first: readonly string[];
  /** How many are not named; undefined: none. */
  readonly rest: string | undefined;
}

/** For which records a date workflow will start. @param when writes an instant as the studio reads it */
export function comingContent(
  { count, more, first }: Coming,
  subject: string,
  when: (instant: string) => string,
  paused: boolean,
): ComingContent {
  if (count === 0)
    return { sentence: more ? m.noneOfFirst(subject) : m.none(subject), first: [], rest: undefined };
  const named = first.map(({ clientName, at }) => `${clientName || m.withoutClient(subject)}, ${when(at)}`);
  const unnamed = count - first.length;
  const sentence = (paused ? m.alsoForPaused : m.alsoFor)(subject, count, more);
  return {
    sentence: unnamed === 0 ? m.allNamed(sentence) : m.firstNamed(sentence),
    first: named,
    rest: unnamed > 0 ? m.rest(unnamed, more) : undefined,
  };
}

export interface MatchingContent {
  readonly question: string;
  readonly yes: string;
  /** On the button that publishes for them too. */
  readonly publish: string;
}

/** Whether it should start for records that are there already; undefined: none of them matches. */
export function matchingContent({ subject, match, looked, more }: Matching): MatchingContent | undefined {
  if (match === 0 && !more) return undefined;
  if (!more)
    return {
      question: m.question(subject),
      yes: m.yes(subject, match),
      publish: m.publishFor(subject, match),
    };
  return {
    question: m.questionMany(subject, looked),
    yes: match === 0 ? m.yesOlder(looked) : m.yesMany(match, looked),
    publish: match === 0 ? m.publishOlder : m.publishAtLeast(subject, match),
  };
}
