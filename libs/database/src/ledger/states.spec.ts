import { describe, expect, it } from '@jest/globals';
import { may, openStates, settledStates, stateAfter, transitions, type Transition } from './states.sql.js';

const all = Object.entries<Transition>(transitions);

describe('the states of a send', () => {
  it('are left only while it is open: what is settled stays so, but that a bounce follows what was sent', () => {
    const left = new Set<string>(all.flatMap(([name, { from }]) => (name === 'bounce' ? [] : from)));
    expect([...left].sort()).toEqual([...openStates].sort());
    expect(settledStates.filter((state) => left.has(state))).toEqual([]);
    expect(transitions.bounce).toEqual({ from: ['sending', 'in_doubt', 'sent'], to: ['bounced'] });
  });

  it('lead from each open state to being sent, and to an end without that', () => {
    const after = (reached: ReadonlySet<string>) =>
      new Set([
        ...reached,
        ...all.flatMap(([, { from, to }]) => (from.some((one) => reached.has(one)) ? to : [])),
      ]);
    for (const state of openStates) {
      let reached: ReadonlySet<string> = new Set([state]);
      for (let i = 0; i < all.length; i++) reached = after(reached);
      expect(reached).toContain('sent');
      expect(reached).toContain('failed');
    }
  });

  it('pass through the hand-over alone to being sent', () => {
    const into = (state: string) =>
      all.filter(([, { to }]) => to.some((one) => one === state)).map(([name]) => name);
    expect(into('sent')).toEqual(['accept', 'markSent']);
    expect(transitions.markSent.from).toEqual(['in_doubt']);
    expect(transitions.accept.from).toEqual(['sending', 'in_doubt']);
    expect(into('sending')).toEqual(['handOver']);
    expect(into('in_doubt')).toEqual(['doubt']);
  });
});

describe('the SQL of a transition', () => {
  it('says from where it may be made, and lets another attempt’s hand-over be', () => {
    expect(may('doubt')).toBe(`state = 'sending'`);
    expect(may('letGo', 'x')).toBe(`x.state = 'held'`);
    expect(may('retry', 'sends')).toBe(
      `(sends.state = 'queued' OR (sends.state = 'sending' AND sends.attempts = :handOver))`,
    );
    expect(stateAfter('accept')).toBe(`'sent'`);
  });
});
