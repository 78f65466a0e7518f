import { afterEach, describe, expect, it } from '@jest/globals';
import { ScriptedServer } from '../../smtp/scripted-server.fixture.js';
import { scriptedNetwork } from '../network/scripted-network.fixture.js';
import { providerOfDomain } from '../providers/find-provider.js';
import { probeSmtp } from '../probe/probe-smtp.js';
import { cardFor } from './card.js';
import { probed as probedBy } from './probed.fixture.js';
import { diagnosisCauses, inboxCauses } from './cause.js';
import { offers, PASSWORD, rows, type Case } from './every-cause.fixture.js';

const open: ScriptedServer[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

async function probed(how: Case) {
  const all = await probedBy(how);
  open.push(all.server);
  return all;
}

describe('an account that does not send', () => {
  it.each(rows)('because of %s, at %s, gets the card %s', async (_what, stage, cause, how) => {
    const { server, probe, result } = await probed(how);
    expect(result.failure).toMatchObject({ stage });
    const provider = providerOfDomain(probe.address.split('@')[1]!);
    for (const language of ['en', 'de'] as const) {
      const card = cardFor(result.failure!, { probe, provider }, language);
      expect(card).toMatchObject({ cause, proposal: how.proposal ?? {} });
      for (const text of [card.title, card.why, card.button, ...card.steps.map((step) => step.text)])
        expect(text).toMatch(/^[^{}]*(?:\{link\}[^{}]*)?$/);
      expect(card.title).not.toMatch(/undefined/);
    }
    expect(result.stages.at(-1)).toMatchObject({ stage, result: 'failed' });
    expect(server.lines.some((line) => /^RCPT/.test(line) && !line.includes(probe.address))).toBe(false);
    expect(JSON.stringify(result)).not.toContain(PASSWORD);
  });

  it('has a row here for every cause, but those of a mailbox', () =>
    expect(new Set([...rows.map(([, , cause]) => cause), ...inboxCauses])).toEqual(new Set(diagnosisCauses)));
});

it('an account that sends passes every stage, and tells nobody what signs it in', async () => {
  const login = { EHLO: offers('STARTTLS', 'AUTH LOGIN'), AUTH: '334 VXNlcm5hbWU6' };
  const secret = Buffer.from(PASSWORD).toString('base64');
  const { server, result } = await probed({
    script: { ...login, SECRET: (times) => (times === 1 ? '334 UGFzc3dvcmQ6' : `235 welcome ${secret}`) },
    probe: { testMail: Buffer.from('Subject: Test\n\n.A line\n') },
  });
  expect(result).toMatchObject({ ok: true, failure: undefined });
  expect(result.stages.map(({ result: how }) => how)).toEqual(Array(8).fill('ok'));
  expect(server.messages).toEqual(['Subject: Test\r\n\r\n..A line']);
  expect(server.lines).toContain(secret);
  expect(result.transcript.join('\n')).toContain('AUTH LOGIN');
  expect(result.transcript.join('\n')).not.toContain(secret);
});

it('nothing of a password is sent where text was slipped in', async () => {
  const { server } = await probed({ script: { STARTTLS: '220 go on\r\n235 welcome' } });
  expect(server.seen).toEqual(['EHLO', 'STARTTLS']);
});

it('a test that is called off ends at once and leaves no connection', async () => {
  const server = new ScriptedServer({ GREETING: '' });
  open.push(server);
  await server.listen();
  const called = new AbortController();
  const network = scriptedNetwork({ hosts: ['mail.studio.test'], ports: { 587: server.port } });
  const probe = {
    host: 'mail.studio.test',
    port: 587,
    security: 'starttls',
    address: 'hello@studio.test',
    localName: 'x',
  } as const;
  const ends = probeSmtp(probe, {
    network,
    signal: called.signal,
    onStage: ({ stage }) => stage === 'tcp' && called.abort(),
  });
  await expect(ends).rejects.toMatchObject({ name: 'AbortError' });
});
