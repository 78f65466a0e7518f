import { describe, expect, it } from '@jest/globals';
import type { mailboxes } from '@cueline/contracts';
import { healthContent, worst } from './health-content.js';

const live: mailboxes.MailboxHealth = {
  state: 'live',
  cause: null,
  reasonCode: null,
  reasons: [],
  since: '2026-12-01T06:00:00Z',
  waitingUntil: null,
  provenAt: '2026-12-01T07:40:00Z',
  nextCheckAt: null,
  lagMs: 400,
  isStale: false,
  fetched: 120,
  total: 1_000,
  quarantined: 0,
  commands: 0,
};
const of = (more: Partial<mailboxes.MailboxHealth>) =>
  healthContent('hello@studio.test', { ...live, ...more }, (at) => at.slice(11, 16));

describe('how an inbox is', () => {
  it.each<[Partial<mailboxes.MailboxHealth>, string, string, boolean]>([
    [{}, 'live', 'up to date, 07:40', false],
    [{ isStale: true }, 'you', 'not updated since 07:40', true],
    [{ state: 'waiting' }, 'you', 'not updated since 07:40', true],
    [{ state: 'needs_you', isStale: true }, 'broken', 'not updated since 07:40', true],
    // It was never read.
    [{ state: 'needs_you', provenAt: null }, 'broken', 'not updated since 06:00', true],
    [{ state: 'importing' }, 'waiting', '120 of 1,000', false],
    [{ state: 'paused', isStale: true }, 'quiet', 'paused', false],
    [{ state: 'connecting', provenAt: null }, 'waiting', 'connecting', false],
  ])('%j', (more, tone, label, toFix) => {
    expect(of(more)).toMatchObject({ tone, toFix });
    expect(of(more).label).toContain(label);
  });

  it('is shown of the one that most needs somebody', () => {
    expect(worst([of({}), of({ state: 'needs_you' }), of({ isStale: true })])?.tone).toBe('broken');
    expect(worst([])).toBeUndefined();
  });
});
