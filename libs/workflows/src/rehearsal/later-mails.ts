import { mailsOutcome, type MailFate } from '../kinds/mail-outcome.js';
import { skipped } from '../kinds/outcome.js';
import type { LaterMails, MailPlace, RehearsedEffect } from './rehearsed-effect.js';

type Limit = number | null | undefined;

/** What a step comes to whose mails have these places. @param reached who has had theirs before */
export function mailsPlaced(
  {
    places,
    without,
    reached: before = [],
  }: {
    readonly places: readonly MailPlace[];
    readonly without: readonly string[];
    readonly reached?: readonly string[];
  },
  now: string,
  limit: Limit,
): RehearsedEffect {
  const isDue = ({ at }: MailPlace) => at !== undefined && Date.parse(at) <= Date.parse(now);
  const waiting = places.filter((place) => !place.why && !isDue(place));
  const fates = places.map((place): MailFate => {
    if (place.why) return { state: 'suppressed', why: place.why };
    return isDue(place) ? { state: 'sent' } : waitsFor(place, limit);
  });
  const outcome = mailsOutcome(
    [...before.map((): MailFate => ({ state: 'sent' })), ...fates],
    [...before, ...places.map(({ address }) => address)],
    without,
  );
  if (waiting.length === 0) return outcome;
  const due = waiting.flatMap(({ at }) => at ?? []).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
  return { ...outcome, later: { waiting, reached: outcome.recipients, without, due } };
}

const waitsFor = ({ address, at }: MailPlace, limit: Limit): MailFate => ({
  state: 'open',
  why:
    at === undefined
      ? { code: 'hold.limit', params: { limit, address } }
      : { code: 'mail.tooManyToday', params: { limit, address, until: at } },
});

/** What becomes of delayed mails when their moment has come, by the recipients of that moment. */
export function mailsDue(
  { waiting, reached, without }: LaterMails,
  recipients: readonly string[],
  now: string,
  limit: Limit,
): RehearsedEffect {
  const known = new Set(recipients.map((address) => address.toLowerCase()));
  const still = waiting.filter(({ address }) => known.has(address.toLowerCase()));
  if (still.length === 0 && reached.length === 0) return skipped('recipient.changed');
  return mailsPlaced({ places: still, without, reached }, now, limit);
}
