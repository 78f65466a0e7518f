import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SendState } from '../generated/client.js';
import { inTransaction } from '../client/in-transaction.js';
import { databaseSuite } from '../database-suite.fixture.js';
import { makeStudio } from '../studio.fixture.js';
import { recordDeliveryReport, type DeliveryReport } from './delivery-reports.js';
import { Suppressions } from './suppressions.js';

const suite = databaseSuite();
let made: Awaited<ReturnType<typeof makeStudio>>;
beforeEach(async () => {
  made = await makeStudio(suite.database.prisma, 'reports');
});

interface Mail {
  readonly id: string;
  readonly messageId: string;
}

async function mailed(
  state: SendState = 'sent',
  change: { to?: string; provider?: string } = {},
): Promise<Mail> {
  const { studio, brand, client } = made;
  const key = randomBytes(32).toString('hex');
  const messageId = `<${key.slice(0, 40)}@mail.test>`;
  const about = { studioId: studio.id, brandId: brand.id, clientId: client.id, messageId };
  const { id } = await suite.database.prisma.send.create({
    data: {
      ...about,
      ...{ key, purpose: 'step', category: 'transactional', state, handedOverAt: new Date() },
      toAddress: change.to ?? 'Mara@clients.test',
      providerMessageId: change.provider ?? null,
      sentAt: state === 'sent' ? new Date() : null,
    },
  });
  await suite.database.prisma.message.create({
    data: {
      ...about,
      ...{
        direction: 'outgoing',
        sendId: id,
        fromAddress: 'a@mail.test',
        toAddresses: ['Mara@clients.test'],
      },
      ...{ subject: 'Hello', text: '', html: '', occurredAt: new Date() },
    },
  });
  return { id, messageId };
}
const record = (change: Partial<DeliveryReport>) =>
  inTransaction(suite.database.pool, (on) =>
    recordDeliveryReport(on, made.studio.id, {
      type: 'bounced',
      messageIds: [],
      recipients: [
        { address: 'mara@clients.test', isHard: true, status: '5.1.1', detail: '550 5.1.1 no such user' },
      ],
      at: new Date(),
      ...change,
    }),
  );
const now = (id: string) => suite.database.prisma.send.findUniqueOrThrow({ where: { id } });
const listed = async () =>
  [...(await new Suppressions(suite.database.pool, made.studio.id).of(['mara@clients.test'])).values()]
    .flat()
    .map(({ reason, scope }) => `${reason} ${scope}`);
const events = async () =>
  (
    await suite.database.prisma.event.findMany({
      where: { studioId: made.studio.id },
      orderBy: { seq: 'asc' },
    })
  ).map(({ type }) => type);

describe('a bounce', () => {
  it('is written once: on the mail, on the list, as an event of the message', async () => {
    const { id, messageId } = await mailed();
    const bounce = { messageIds: ['<another@mail.test>', messageId] };
    expect(await record(bounce)).toEqual({
      sendIds: [id],
      matchedBy: 'messageId',
      isNew: true,
      suppressed: ['mara@clients.test'],
    });
    expect(await record(bounce)).toMatchObject({ sendIds: [id], isNew: false, suppressed: [] });
    expect(await now(id)).toMatchObject({
      state: 'bounced',
      bouncedAt: expect.any(Date),
      notifyRun: false,
      reason: {
        code: 'send.bounced',
        params: { address: 'Mara@clients.test', reply: '550 5.1.1 no such user' },
      },
    });
    expect(await listed()).toEqual(['bounced all']);
    expect(await events()).toEqual(['mail.bounced']);
  });

  it('settles a mail in doubt, and its run is told', async () => {
    const { id, messageId } = await mailed('in_doubt');
    await record({ messageIds: [messageId] });
    expect(await now(id)).toMatchObject({ state: 'bounced', notifyRun: true });
  });

  it('that is not for good marks the mail and leaves the address', async () => {
    const { id, messageId } = await mailed();
    const recipients = [
      { address: 'mara@clients.test', isHard: false, status: '5.2.2', detail: 'mailbox full' },
    ];
    await record({ messageIds: [messageId], recipients });
    expect((await now(id)).state).toBe('bounced');
    expect(await listed()).toEqual([]);
  });

  it('of an address to which the mail was forwarded leaves the one that it was written to', async () => {
    const { messageId } = await mailed();
    const recipients = [
      { address: 'other@forwarded.test', isHard: true, status: '5.1.1', detail: 'unknown user' },
    ];
    expect(await record({ messageIds: [messageId], recipients })).toMatchObject({
      isNew: true,
      suppressed: [],
    });
  });

  it.each(['0100018f-abc-000000', '<0100018f-abc-000000@email.amazonses.com>'])(
    'is found by what the provider calls the mail: %s',
    async (name) => {
      const { id } = await mailed('sent', { provider: '0100018f-abc-000000' });
      expect(await record({ messageIds: [name] })).toMatchObject({ sendIds: [id], matchedBy: 'messageId' });
    },
  );

  it('that names no mail is matched by its recipient, if one mail alone fits, and then suppresses nothing', async () => {
    const { id } = await mailed();
    expect(await record({})).toMatchObject({
      sendIds: [id],
      matchedBy: 'recipient',
      isNew: true,
      suppressed: [],
    });
    expect(await listed()).toEqual([]);
    await mailed();
    await mailed();
    expect(await record({})).toEqual({ sendIds: [], matchedBy: null, isNew: false, suppressed: [] });
  });

  it.each<SendState>(['queued', 'held', 'failed', 'suppressed'])(
    'changes nothing of a mail that is %s',
    async (state) => {
      const { id, messageId } = await mailed(state);
      expect((await record({ messageIds: [messageId] })).sendIds).toEqual([]);
      expect((await now(id)).state).toBe(state);
    },
  );

  it('of another studio changes nothing', async () => {
    const { messageId } = await mailed();
    made = await makeStudio(suite.database.prisma, randomUUID().slice(0, 8));
    expect((await record({ messageIds: [messageId] })).sendIds).toEqual([]);
  });
});

describe('another report', () => {
  it('a complaint keeps marketing from its reader, and is an event of the message and of the client', async () => {
    await suite.database.prisma.client.update({
      where: { id: made.client.id },
      data: { email: 'mara@clients.test' },
    });
    const { id, messageId } = await mailed();
    expect(await record({ type: 'complained', messageIds: [messageId] })).toMatchObject({ isNew: true });
    await record({ type: 'complained', messageIds: [messageId] });
    expect(await now(id)).toMatchObject({ state: 'sent', complainedAt: expect.any(Date) });
    expect(await listed()).toEqual(['complained marketing']);
    expect((await events()).sort()).toEqual(['client.unsubscribed', 'mail.complained']);
  });

  it.each(['delayed', 'delivered'] as const)('a mail that is %s was taken: a doubt is over', async (type) => {
    const { id, messageId } = await mailed('in_doubt');
    await record({ type, messageIds: [messageId] });
    expect(await now(id)).toMatchObject({ state: 'sent', notifyRun: true });
    expect(await events()).toEqual([]);
  });
});
