import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../cpu-clock.fixture.js';
import { classify } from './classify.js';
import { cleanReply } from './reply.js';
import { waitIn } from './reply-texts.js';
import { gmail, microsoft, providers, servers, services } from './replies.fixture.js';
import type { Stage } from './rules.js';

const commands: Readonly<Record<Stage, [command: string, code: string]>> = {
  greeting: ['CONN', 'EPROTOCOL'],
  signIn: ['AUTH PLAIN', 'EAUTH'],
  mail: ['MAIL FROM', 'EENVELOPE'],
  rcpt: ['RCPT TO', 'EENVELOPE'],
  data: ['DATA', 'EENVELOPE'],
  dot: ['DATA', 'EMESSAGE'],
};

function outcomeOf(stage: Stage, response: string) {
  const [command, code] = commands[stage];
  const error = { message: `It failed: ${response}`, command, code, response };
  const responseCode = Number(response.slice(0, 3)) || undefined;
  return classify({ ...error, responseCode }, { handedOver: stage === 'dot', left: stage === 'dot' });
}

describe('what a server says', () => {
  it.each([...gmail, ...microsoft, ...providers, ...services, ...servers])(
    '%s at %s: %s means %s',
    (_provider, stage, reply, cause) => expect(outcomeOf(stage, reply)).toMatchObject({ cause }),
  );

  it('is judged in a moment, however long and odd it is', () => {
    const started = cpuClock();
    for (const part of [
      'exceeded ',
      'message ',
      'a',
      'sender address ',
      '550-',
      'mailbox limit ',
      '\u0000\r\n',
    ])
      outcomeOf('dot', `550 ${part.repeat(20_000)}`);
    expect(cpuClock() - started).toBeLessThan(200);
  });
});

describe('when a server wants to be tried again', () => {
  it.each([
    ['450 Too fast, try again in 5 minutes', 300],
    ['451 4.7.1 Please retry after 30 seconds.', 30],
    ['421 Rate limited, wait for 90s', 90],
    ['450 throttled: come back later, in 2 hours', 7_200],
    ['450 Zu schnell, versuchen Sie es in 10 Minuten erneut', 600],
    ['450 Rate limit, try again in 99999 hours', 86_400],
    ['450 try again later', undefined],
    ['450 5 minutes of fame', undefined],
  ])('%s: %s seconds', (reply, seconds) => expect(waitIn(reply)).toBe(seconds));
});

describe('a reply that is stored', () => {
  it.each([
    ['lines', '550-5.7.1 one\r\n550 5.7.1 two', '550-5.7.1 one 550 5.7.1 two'],
    ['control characters', '550 a\u0000b\u0007c\u001b[31md\u0085e\u2028f', '550 a b c [31md e f'],
    ['half a character', '550 \ud83d no', '550 \ufffd no'],
    ['bytes that are no UTF-8', Buffer.from('550 Stra\xdfe', 'latin1').toString(), '550 Stra\ufffde'],
    ['direction marks', '550 \u202eevil\u202c', '550 evil'],
  ])('has no %s', (_what, reply, clean) => expect(cleanReply(reply)).toBe(clean));

  it('is cut between characters', () => {
    for (const before of ['', 'a']) {
      const cut = cleanReply(before + '😀'.repeat(400));
      expect(cut).not.toMatch(/\p{Cs}/u);
      expect(cut).toMatch(/^a?(?:😀)+…$/u);
      expect(cut.length).toBeLessThanOrEqual(500);
    }
  });
});
