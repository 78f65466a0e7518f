import { oneOf, upTo, type Random } from '../../random.fixture.js';
import { incoming, studio } from '../guard/guard.fixture.js';
import { answerHeaders, answerKey, personKey, whomToAnswer, withinLimits } from '../index.js';
import { RememberedAnswers } from './memory.fixture.js';

const MINUTE = 60_000;
/** Others end their own loops, late (RFC 5321 6.3); one that ours takes part in goes on for as long as ours does. */
const MOST_HOPS = 50;
export const DAY = 1_440 * MINUTE;
export const begin = new Date('2027-06-08T00:00:00Z').getTime();

export interface WiredMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly inReplyTo?: string | null;
  readonly headers?: readonly string[];
  /** How often it was answered or passed on since one of ours wrote. */
  readonly hops?: number;
  /** Where it goes, if not to whom it names. */
  readonly deliverTo?: string;
}
interface OnTheWay extends WiredMail {
  readonly id: string;
  readonly at: number;
}
export interface Party {
  readonly address: string;
  receive(mail: OnTheWay): readonly WiredMail[];
}

/** One of ours, with its guard, in a studio of its own. It takes an id of nobody's for a new thread. */
export function ours(address: string): Party {
  const memory = new RememberedAnswers();
  const threads = new Map<string, string>();
  return {
    address,
    receive(mail) {
      const now = new Date(mail.at);
      const source = [
        `From: ${mail.from}`,
        `To: ${mail.to}`,
        `Delivered-To: ${address}`,
        `Subject: ${mail.subject}`,
        `Message-ID: ${mail.id}`,
        ...(mail.inReplyTo ? [`In-Reply-To: ${mail.inReplyTo}`] : []),
        ...(mail.headers ?? []),
      ];
      const message = incoming(source.join('\n'), { receivedAt: now });
      const addresses = { mailbox: address, aliases: [], siblings: [] };
      const context = { ...studio, addresses, connectedAt: new Date(begin), now };
      const whom = whomToAnswer(message, context);
      if (!whom.answer) return [];
      const threadId = threads.get(mail.inReplyTo ?? '') ?? mail.id;
      threads.set(mail.id, threadId);
      const wish = {
        studioId: address,
        personKey: whom.personKey,
        answerKey: answerKey({ kind: 'question', ruleId: 'price' }),
        threadId,
        at: now,
      };
      const decision = memory.decideNow(wish, (past) => withinLimits(message, whom, context, past));
      if (!decision.answer) return [];
      const read = { subject: mail.subject, messageId: mail.id, inReplyTo: [], references: [] };
      const { headers, subject, from, to, inReplyTo } = answerHeaders(read, decision);
      const lines = [
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
        'Return-Path: <>',
      ];
      return [{ from, to, subject, inReplyTo, headers: lines }];
    },
  };
}

/** Answers everything, itself too, marks nothing, and writes as somebody a little different each time. */
export function hostile(address: string, random: Random): Party {
  const [local, domain] = address.split('@');
  return {
    address,
    receive: ({ from, id, subject, hops = 0 }) => [
      {
        from: oneOf(random, [address, `${local}+${upTo(random, 1_000)}@${domain}`, address.toUpperCase()]),
        to: from,
        subject: oneOf(random, [
          `Re: ${subject}`.slice(0, 200),
          'Thanks for your mail',
          `Case ${upTo(random, 1_000)}`,
        ]),
        inReplyTo: random() < 0.5 ? id : null,
        hops: hops + 1,
      },
    ],
  };
}

/** Passes everything on: as it came, in its own name, or without the headers that say what it is. */
export const forwarder = (address: string, target: string, random: Random): Party => ({
  address,
  receive: (mail) => [
    {
      ...mail,
      ...oneOf(random, [{}, { from: address, to: target }, { to: target }, { headers: [], to: target }]),
      deliverTo: target,
      hops: (mail.hops ?? 0) + 1,
    },
  ],
});

/**
 * Parties that mail each other for a month, and somebody who writes to one of them in the name of another a few times a day. @returns what each sent, in order
 */
export function monthOf(parties: readonly Party[], random: Random): readonly OnTheWay[] {
  const sent: OnTheWay[] = [];
  const queue: OnTheWay[] = [];
  const post = (mail: WiredMail, at: number) => {
    queue.push({
      ...mail,
      at: at + (1 + upTo(random, 30)) * MINUTE,
      id: `<${sent.length}.${queue.length}.${at}@wire.test>`,
    });
  };
  for (let day = 0; day < 30; day++) {
    const [from, to] = [oneOf(random, parties).address, oneOf(random, parties).address];
    for (let n = 0; n < 3; n++)
      post({ from, to, subject: 'Our Saturday' }, begin + day * DAY + n * 400 * MINUTE);
  }
  while (queue.length > 0) {
    const next = queue.reduce((first, one, at) => (one.at < queue[first]!.at ? at : first), 0);
    const [mail] = queue.splice(next, 1);
    if (!mail || mail.at > begin + 30 * DAY || (mail.hops ?? 0) > MOST_HOPS) continue;
    const to = personKey(mail.deliverTo ?? mail.to);
    const party = parties.find(({ address }) => address === to);
    for (const answer of party?.receive(mail) ?? []) {
      sent.push({ ...answer, at: mail.at, id: party!.address });
      post(answer, mail.at);
    }
  }
  return sent;
}
