import { counted, grouped, plural } from './counted.js';
import type { Impact } from './use-impact.js';

type Coming = NonNullable<Impact['coming']>;
type Matching = Impact['records'];

export interface ComingWords {
  readonly sentence: string;
  /** The first of them: whose it is, and when it starts. */
  readonly first: readonly string[];
  /** How many are not named; undefined: none. */
  readonly rest: string | undefined;
}

/** For which records a date workflow will start. @param when writes an instant as the studio reads it */
export function comingWords(
  { count, more, first }: Coming,
  subject: string,
  when: (instant: string) => string,
  paused: boolean,
): ComingWords {
  const several = counted(subject);
  const named = first.map(
    ({ clientName, at }) => `${clientName || `A ${subject} without a client`}, ${when(at)}`,
  );
  const unnamed = count - first.length;
  const rest = unnamed > 0 ? `and ${more ? 'at least ' : ''}${grouped(unnamed)} more` : undefined;
  if (count === 0)
    return {
      sentence: more
        ? `It starts for none of the ${plural(subject)} you have that come first; for later ones it starts when their moment comes, if they match then.`
        : `It starts for none of the ${plural(subject)} you already have: only for new ones, and for those whose dates or details change.`,
      first: [],
      rest: undefined,
    };
  const many = `${more ? 'at least ' : ''}${several(count)} you already have`;
  const sentence = paused
    ? `Resumed before their moments, it also starts for ${many}`
    : `It also starts for ${many}`;
  return { sentence: `${sentence}${count === first.length ? ':' : '. The first:'}`, first: named, rest };
}

export interface MatchingWords {
  readonly question: string;
  readonly yes: string;
  /** On the button that publishes for them too. */
  readonly publish: string;
}

/** Whether it should start for records that are there already; undefined: none of them matches. */
export function matchingWords({ subject, match, looked, more }: Matching): MatchingWords | undefined {
  if (match === 0 && !more) return undefined;
  const several = counted(subject);
  const question = `Also for the ${plural(subject)} you already have?`;
  if (!more)
    return {
      question,
      yes: `Yes, also for ${several(match)} that ${match === 1 ? 'matches' : 'match'}`,
      publish: `Publish for ${several(match)}`,
    };
  return {
    question: `${question} There are more than ${grouped(looked)}.`,
    yes:
      match === 0
        ? `Yes, also for older ones that match: none of the newest ${grouped(looked)} does`
        : `Yes, also for all that match: ${grouped(match)} of the newest ${grouped(looked)}, and older ones`,
    publish: match === 0 ? 'Publish, also for older ones' : `Publish for at least ${several(match)}`,
  };
}
