import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../cpu-clock.fixture.js';
import { classify } from './classify.js';
import { cleanReply } from './reply.js';
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
