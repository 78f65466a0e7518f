import { afterAll, describe, expect, it } from '@jest/globals';
import { oneOf, randomOf, upTo, type Random } from '../random.fixture.js';
import { nodemailerTransport, type SmtpAccount } from './nodemailer-transport.js';
import { ScriptedServer, type Script, type Step } from './scripted-server.fixture.js';

/** A server at fault in each stage of a conversation, many times over with replies worded, cut and timed at random. */
const trials = Number(process.env['FAULT_TRIALS'] ?? 200);
const atOnce = 50;

type Stage = Exclude<Step, 'RSET'>;
const stages: readonly Stage[] = [
  'GREETING',
  'EHLO',
  'STARTTLS',
  'AUTH',
  'MAIL',
  'RCPT',
  'DATA',
  'DOT',
  'QUIT',
];

/** A reply in one line or in several, with or without an enhanced status code. */
function reply(random: Random, code: number): string {
  const enhanced = random() < 0.5 ? `${Math.floor(code / 100)}.0.0 ` : '';
  const texts = ['sorry', 'no', 'not now', '', 'Grüße', 'x'.repeat(400)];
  const more = Array.from({ length: upTo(random, 3) }, () => `${code}-${enhanced}${oneOf(random, texts)}`);
  return [...more, `${code} ${enhanced}${oneOf(random, texts)}`].join('\r\n');
}

function cut(random: Random): (text: string) => readonly string[] {
  if (random() < 0.5) return (text) => [text];
  return (text) => {
    const at = upTo(random, text.length);
    return [text.slice(0, at), text.slice(at)].filter((piece) => piece !== '');
  };
}

interface Fault {
  readonly at: (stage: Stage, random: Random) => Script[Step];
  readonly timeouts?: (stage: Stage) => SmtpAccount['timeouts'];
}

const silent: Fault['at'] = () => () => new Promise<null>(() => undefined);
const impatient = (stage: Stage): SmtpAccount['timeouts'] =>
  stage === 'GREETING'
    ? { greeting: 40 }
    : stage === 'DOT'
      ? { answer: 40 }
      : stage === 'QUIT'
        ? {}
        : { silence: 40 };

/** What is no reply to this command: of another one, of another protocol, or no reply at all. Any 2yz is a yes (RFC 5321 4.2.1). */
const lies: Record<Stage, readonly string[]> = {
  GREETING: ['HTTP/1.1 400 Bad Request', '* OK IMAP4rev1 ready', '+OK POP3 ready', '354 go on', 'hello'],
  EHLO: ['354 go on', 'what', '334 VXNlcm5hbWU6'],
  STARTTLS: ['354 go on', 'what', '334 VXNlcm5hbWU6'],
  AUTH: ['354 go on', 'what'],
  MAIL: ['354 go on', 'what', '334 VXNlcm5hbWU6'],
  RCPT: ['354 go on', 'what', '334 VXNlcm5hbWU6'],
  DATA: ['what', 'go on'],
  DOT: ['354 go on', 'what', '334 VXNlcm5hbWU6'],
  QUIT: ['354 go on', 'what', '500 never'],
};

const faults = {
  drops: { at: () => null },
  'never answers': { at: silent, timeouts: impatient },
  'answers late': {
    at: (stage, random) => async () => {
      for (let turns = Math.ceil(random() * 5); turns > 0; turns--)
        await new Promise((resolve) => setImmediate(resolve));
      return usualReply[stage];
    },
  },
  refuses: { at: (stage, random) => reply(random, refusal(stage, random)) },
  throttles: { at: (_stage, random) => reply(random, oneOf(random, [450, 451, 452, 454])) },
  closes: { at: (_stage, random) => reply(random, 421) },
  lies: { at: (stage, random) => oneOf(random, lies[stage]) },
} satisfies Record<string, Fault>;
type FaultName = keyof typeof faults;

const usualReply: Record<Stage, string> = {
  GREETING: '220 scripted',
  EHLO: '250-scripted\r\n250-STARTTLS\r\n250 AUTH PLAIN',
  STARTTLS: '220 go on',
  AUTH: '235 signed in',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  DOT: '250 queued',
  QUIT: '221 bye',
};

const refusal = (stage: Stage, random: Random): number =>
  stage === 'AUTH' ? oneOf(random, [534, 535, 550]) : oneOf(random, [550, 552, 553, 554]);

/** The class that each trial of a fault has to be put in. Until the dot, nothing can have been taken. */
function expected(fault: FaultName, stage: Stage): readonly string[] {
  if (stage === 'QUIT' || fault === 'answers late') return ['accepted'];
  if (fault === 'drops' || fault === 'never answers') return [stage === 'DOT' ? 'inDoubt' : 'temporary'];
  if (fault === 'closes') return ['temporary'];
  // A sign-in that is put off says nothing of the password (RFC 4954 6, 454).
  if (fault === 'throttles') return ['temporary'];
  if (fault === 'refuses') return [['RCPT', 'DATA', 'DOT'].includes(stage) ? 'refused' : 'account'];
  // A liar may be tried again or held; no mail is given up for it, and after the dot nobody can tell.
  return stage === 'DOT' ? ['inDoubt'] : ['temporary', 'account'];
}

const open = new Set<{ close(): void }>();
afterAll(() => {
  for (const one of open) one.close();
});

async function trial(name: FaultName, stage: Stage, seed: number) {
  const random = randomOf(seed);
  const fault: Fault = faults[name];
  const server = new ScriptedServer({ EHLO: usualReply.EHLO, [stage]: fault.at(stage, random) }, cut(random));
  const address = (await server.listen()).replace('smtp://', 'smtp://studio:secret@');
  const transport = nodemailerTransport({
    url: `${address}?requireTLS=true&tls.rejectUnauthorized=false`,
    connections: 1,
    timeouts: fault.timeouts?.(stage),
  });
  open.add(server).add(transport);
  let handOvers = 0;
  const outcome = await transport.deliver({
    envelope: { from: 'studio@example.test', to: 'mara@example.test' },
    message: Buffer.from('Subject: Hello\r\n\r\nHello\r\n'),
    onHandOver: () => Promise.resolve(++handOvers === 1),
  });
  transport.close();
  server.close();
  open.delete(server);
  open.delete(transport);
  const secretLeft = server.lines.some((line) => /^AUTH/.test(line)) && !server.seen.includes('STARTTLS');
  return { type: outcome.type, handOvers, taken: server.messages.length, secretLeft };
}

type Trial = Awaited<ReturnType<typeof trial>>;

async function trialsOf(name: FaultName, stage: Stage): Promise<readonly Trial[]> {
  const done: Trial[] = [];
  for (let from = 0; from < trials; from += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, trials - from) }, (_, i) =>
      trial(name, stage, (from + i) * 7_919 + stages.indexOf(stage)),
    );
    done.push(...(await Promise.all(some)));
  }
  return done;
}

describe.each(Object.keys(faults) as FaultName[])('a mail server that %s', (name) => {
  it.each(stages)(`at %s is put in the right class in each of ${trials} trials`, async (stage) => {
    const done = await trialsOf(name, stage);
    expect(done).toHaveLength(trials);
    const classes = expected(name, stage);
    expect(done.filter(({ type }) => !classes.includes(type))).toEqual([]);
    // Until the message is wanted, none is given; and no message is given twice.
    const reachedDot = stage === 'DOT' || stage === 'QUIT' || name === 'answers late';
    // Who stops waiting for the answer cannot know whether the last byte has arrived.
    const taken = !reachedDot ? [0] : name === 'never answers' && stage === 'DOT' ? [0, 1] : [1];
    expect(done.filter((one) => !taken.includes(one.taken))).toEqual([]);
    expect(done.filter(({ handOvers }) => handOvers !== (reachedDot ? 1 : 0))).toEqual([]);
    expect(done.some(({ secretLeft }) => secretLeft)).toBe(false);
  });
});
