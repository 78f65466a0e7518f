import type { mailboxes } from '@cueline/contracts';
import type { Tone } from '../../kit/status-dot.js';
import { m } from './messages.js';

type Health = mailboxes.MailboxHealth;

export interface HealthContent {
  readonly tone: Tone;
  readonly label: string;
  /** A person has to do something. */
  readonly toFix: boolean;
}

/** How an inbox is, in one line. @param timeOf writes an instant */
export function healthContent(
  address: string,
  health: Health,
  timeOf: (at: string) => string,
): HealthContent {
  const { state, isStale, provenAt, fetched, total, since } = health;
  const last = timeOf(provenAt ?? since);
  if (state === 'needs_you') return { tone: 'broken', label: m.notUpdated(address, last), toFix: true };
  if (state === 'paused') return { tone: 'quiet', label: m.paused(address), toFix: false };
  if (state === 'connecting') return { tone: 'waiting', label: m.connecting(address), toFix: false };
  if (isStale || state === 'waiting') return { tone: 'you', label: m.notUpdated(address, last), toFix: true };
  if (state === 'importing')
    return { tone: 'waiting', label: m.importing(address, fetched, total), toFix: false };
  return { tone: 'live', label: m.upToDate(address, last), toFix: false };
}

const rank: Readonly<Record<Tone, number>> = {
  broken: 0,
  you: 1,
  waiting: 2,
  draft: 3,
  quiet: 4,
  live: 5,
  done: 6,
};

/** The one that most needs somebody, first. */
export const worst = (all: readonly HealthContent[]): HealthContent | undefined =>
  [...all].sort((a, b) => rank[a.tone] - rank[b.tone])[0];
