import type { LaterMails, MailPlace, RehearsedEffect } from './rehearsed-effect.js';

/** What a step comes to whose mails have these places. */
export function mailsPlaced(
  places: readonly MailPlace[],
  now: string,
  limit: number | null | undefined,
  before: readonly string[] = [],
): RehearsedEffect {
  const isDue = ({ at }: MailPlace) => at !== undefined && Date.parse(at) <= Date.parse(now);
  const reached = [...before, ...places.filter(isDue).map(({ address }) => address)];
  const waiting = places.filter((place) => !isDue(place));
  if (waiting.length === 0)
    return {
      status: 'done',
      reason: { code: 'send.sent', params: { recipients: reached } },
      recipients: reached,
    };
  const due = waiting.flatMap(({ at }) => at ?? []).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
  const params = { limit, address: waiting[0]!.address, ...(due !== undefined && { until: due }) };
  const code = due === undefined ? 'hold.limit' : 'mail.tooManyToday';
  return {
    status: 'waiting',
    reason: { code, params },
    recipients: reached,
    later: { waiting, reached, due },
  };
}

/** What becomes of delayed mails when their moment has come, by the recipients of that moment. */
export function mailsDue(
  { waiting, reached }: LaterMails,
  recipients: readonly string[],
  now: string,
  limit: number | null | undefined,
): RehearsedEffect {
  const known = new Set(recipients.map((address) => address.toLowerCase()));
  const still = waiting.filter(({ address }) => known.has(address.toLowerCase()));
  if (still.length === 0 && reached.length === 0)
    return { status: 'skipped', reason: { code: 'recipient.changed', params: {} } };
  return mailsPlaced(still, now, limit, reached);
}
