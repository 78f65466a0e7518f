import { expect, it } from '@jest/globals';
import { threadOf, tomas } from '../thread.fixture.js';
import { groupThreads } from './group-threads.js';

const unlinked = threadOf({ id: 'asked', question: { about: 'who', candidates: [tomas] } });
const today = threadOf({ id: 'today' });
const earlier = threadOf({ id: 'earlier', lastAt: '2026-11-02T09:00:00Z' });
const isToday = (at: string) => at.startsWith('2026-12-01');

it('puts first what somebody has to say something about, then today', () => {
  const groups = groupThreads([earlier, today, unlinked], isToday);
  expect(groups.map(({ label, threads }) => [label, threads.map(({ id }) => id)])).toEqual([
    ['Who is this? 1 to link', ['asked']],
    ['Today', ['today']],
    ['Earlier', ['earlier']],
  ]);
});

it('has no group of nothing', () => {
  expect(groupThreads([today], isToday).map(({ label }) => label)).toEqual(['Today']);
  expect(groupThreads([], isToday)).toEqual([]);
});
