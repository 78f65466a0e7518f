import { describe, expect, it } from '@jest/globals';
import { randomOf, upTo, type Random } from '../../random.fixture.js';
import { headerVectors, incoming, now, studio } from '../guard/guard.fixture.js';
import {
  answerKey,
  personKey,
  whomToAnswer,
  withinLimits,
  type AnswerDecision,
  type MailToAnswer,
} from '../index.js';
import { RememberedAnswers } from './memory.fixture.js';
import { DAY, forwarder, hostile, monthOf, ours, type Party } from './wired.fixture.js';

const A = 'hello@studio.test';
const B = 'info@moon.test';
const H = 'desk@hostile.test';
const G = 'robot@other.test';
const F = 'forward@mail.test';

const wirings: Readonly<Record<string, (random: Random) => readonly Party[]>> = {
  'ours and one that marks nothing': (random) => [ours(A), hostile(H, random)],
  'two of ours': () => [ours(A), ours(B)],
  'two of ours and one that marks nothing': (random) => [ours(A), ours(B), hostile(H, random)],
  'ours and two that mark nothing': (random) => [ours(A), hostile(H, random), hostile(G, random)],
  'ours, a forwarder and one that marks nothing': (random) => [
    ours(A),
    hostile(H, random),
    forwarder(F, A, random),
  ],
  'two of ours, a forwarder and one that marks nothing': (random) => [
    ours(A),
    ours(B),
    hostile(H, random),
    forwarder(F, B, random),
  ],
  'two forwarders around ours': (random) => [
    ours(A),
    hostile(H, random),
    forwarder(F, A, random),
    forwarder(G, F, random),
  ],
};

describe('a month of machines that mail each other', () => {
  it.each(Object.keys(wirings))('%s: each of ours writes once a week to each', (name) => {
    for (const seed of [1, 2]) {
      const random = randomOf(seed);
      const sent = monthOf(wirings[name]!(random), random);
      const last = new Map<string, number>();
      const mails = sent.filter(({ id }) => id === A || id === B);
      expect([seed, mails.length > 0]).toEqual([seed, true]);
      for (const { id, to, at } of mails) {
        const pair = `${id} ${personKey(to)}`;
        expect([seed, pair, at - (last.get(pair) ?? -7 * DAY) >= 7 * DAY]).toEqual([seed, pair, true]);
        last.set(pair, at);
      }
    }
  });
});

/** A studio that gets mails, each at its time and in its thread. */
class Answering {
  readonly memory = new RememberedAnswers();
  readonly answers: { person: string; at: number }[] = [];
  readonly codes = new Map<string, number>();

  get(message: MailToAnswer, threadId: string, at = now): AnswerDecision {
    const context = { ...studio, now: at };
    const whom = whomToAnswer(message, context);
    const decision = whom.answer ? this.#wish(message, whom, threadId, context) : whom;
    if (decision.answer) this.answers.push({ person: decision.personKey, at: at.getTime() });
    else this.codes.set(decision.reason.code, (this.codes.get(decision.reason.code) ?? 0) + 1);
    return decision;
  }

  #wish(
    ...[message, whom, threadId, context]: [
      MailToAnswer,
      Parameters<typeof withinLimits>[1],
      string,
      typeof studio,
    ]
  ) {
    const key = answerKey({ kind: 'step', workflowId: 'w', stepId: 's' });
    const wish = {
      studioId: 's',
      personKey: whom.personKey,
      answerKey: key,
      threadId,
      at: context.now,
    };
    return this.memory.decideNow(wish, (past) => withinLimits(message, whom, context, past));
  }
}
const plain = incoming('From: mara@example.test\nTo: hello@studio.example\nSubject: Our Saturday\n');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const from = (address: string, receivedAt: Date): MailToAnswer => {
  const person = { name: '', address, key: address };
  return {
    ...plain,
    receivedAt,
    mail: { ...plain.mail, from: [person] },
    classified: { ...plain.classified, person },
  };
};

describe('ten thousand mails', () => {
  it('of one sender have one answer', () => {
    const answering = new Answering();
    for (let n = 0; n < 10_000; n++)
      answering.get({ ...plain, receivedAt: later(n) }, `thread ${n}`, later(n));
    expect(answering.answers).toHaveLength(1);
    expect(answering.memory.of('s').notified).toBe(0);
  });

  it('of ten thousand senders stop at the breaker, which tells the owner once and goes on when it is quieter', () => {
    const answering = new Answering();
    // Two a second, an hour and more.
    for (let n = 0; n < 10_000; n++)
      answering.get(from(`p${n}@example.test`, later(n / 2)), `t${n}`, later(n / 2));
    expect(answering.answers).toHaveLength(60);
    expect(answering.memory.of('s').notified).toBe(1);
    expect(answering.codes).toEqual(new Map([['answer.manyInAnHour', 9_940]]));
    const quiet = later(5_000 + 3_601);
    expect(answering.get(from('mara@example.test', quiet), 'after', quiet)).toMatchObject({
      closesBreaker: true,
    });
    expect(answering.memory.of('s').stoppedSince).toBeNull();
  });

  it('of a first import and of a reset have none', () => {
    const answering = new Answering();
    for (let n = 0; n < 10_000; n++) {
      // Old ones, one of today among them, and all of them again under other numbers.
      const receivedAt = new Date(now.getTime() - (n % 3_000) * 3_600_000);
      answering.get({ ...from(`p${n}@example.test`, receivedAt), isNews: false }, `t${n}`);
    }
    expect(answering.answers).toEqual([]);
    expect(answering.codes).toEqual(new Map([['answer.imported', 10_000]]));
    // And if somebody took the old ones for news, few were young enough.
    for (let n = 400; n < 10_000; n++)
      answering.get(from(`p${n}@example.test`, new Date(now.getTime() - n * 3_600_000)), `n${n}`);
    expect(answering.answers).toEqual([]);
  });
});

describe('without one of its signs', () => {
  it.each(headerVectors)('$name: at most one answer to each person', ({ source }) => {
    const lines = source.split('\n');
    const end = lines.indexOf('');
    const fields = lines.slice(0, end).flatMap((line, at) => (/^\S+:/.test(line) ? [at] : []));
    const whole = incoming(source);
    for (const dropped of [null, ...fields]) {
      const ends =
        dropped === null
          ? 0
          : dropped + 1 + lines.slice(dropped + 1, end).findIndex((line) => !/^\s/.test(line));
      const rest =
        dropped === null ? lines : lines.filter((_, at) => at < dropped || at >= Math.max(ends, dropped + 1));
      const lacking = dropped === null ? whole : incoming(rest.join('\n'));
      const answering = new Answering();
      // The same mail again, with the sign and without, in this thread and in new ones.
      for (const [n, mail] of [whole, lacking, lacking, whole, lacking].entries())
        answering.get(mail, n % 2 ? 'same' : `new ${n}`, later(n * 60));
      const people = answering.answers.map(({ person }) => person);
      expect(people).toEqual([...new Set(people)]);
    }
  });

  it('of a conversation: no thread, no tag, no subject makes it two', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = randomOf(seed);
      const answering = new Answering();
      for (let n = 0; n < 20; n++) {
        const address = ['mara@gmail.com', 'm.a.ra@gmail.com', `mara+${n}@googlemail.com`][upTo(random, 3)]!;
        const thread = random() < 0.5 ? 'same' : `new ${n}`;
        answering.get(from(address, later(n)), thread, later(n));
      }
      expect([seed, answering.answers.length]).toEqual([seed, 1]);
    }
  });
});
