import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SendState } from '../generated/client.js';
import { inTransaction } from '../client/in-transaction.js';
import { databaseSuite } from '../database-suite.fixture.js';
import { makeStudio } from '../studio.fixture.js';
import { recordDeliveryReport, type DeliveryReport, type ReportedRecipient } from './delivery-reports.js';
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
      sendKeys: [],
      recipients: [
        { address: 'mara@clients.test', kind: 'hard', status: '5.1.1', detail: '550 5.1.1 no such user' },
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

describe('mails that come back softly', () => {
  const day = 24 * 3_600_000;
  const soft = {
    address: 'mara@clients.test',
    kind: 'soft',
    status: '4.4.7',
    detail: '450 4.4.7 expired',
  } as const;
  const softly = async (daysAgo: number, recipient: Partial<DeliveryReport['recipients'][number]> = {}) => {
    const { messageId } = await mailed();
    const at = new Date(Date.now() - daysAgo * day);
    const recipients = [{ ...soft, ...recipient }];
    const report = { messageIds: [messageId], recipients, at };
    const { suppressed } = await record(report);
    // The same report once more is no further bounce.
    expect((await record(report)).suppressed).toEqual([]);
    return suppressed;
  };

  it('put their address on the list with the third in two weeks', async () => {
    for (const daysAgo of [25, 13, 6]) expect(await softly(daysAgo)).toEqual([]);
    expect(await softly(0)).toEqual(['mara@clients.test']);
    const found = await new Suppressions(suite.database.pool, made.studio.id).of(['mara@clients.test']);
    expect([...found.values()].flat()).toMatchObject([
      { reason: 'bounced', scope: 'all', note: '3 × 450 4.4.7 expired' },
    ]);
  });

  it('count from the start when somebody takes the address off the list', async () => {
    for (const daysAgo of [3, 2, 1]) await softly(daysAgo);
    const list = new Suppressions(suite.database.pool, made.studio.id);
    const [row] = [...(await list.of(['mara@clients.test'])).values()].flat();
    await list.remove(row!.id, 'Ann');
    const after = -1 / 24;
    for (const _ of [1, 2]) expect(await softly(after)).toEqual([]);
    expect(await softly(after)).toEqual(['mara@clients.test']);
  });

  it('are no count of full mailboxes, of another address, nor of what names no mail of ours', async () => {
    for (const daysAgo of [3, 2, 1]) await softly(daysAgo, { kind: 'none' });
    for (const daysAgo of [3, 2, 1]) await softly(daysAgo, { address: 'jo@forwarded.test' });
    await suite.database.prisma.send.updateMany({
      where: { state: 'bounced' },
      data: { bouncedSoftly: false },
    });
    const { id } = await mailed();
    expect(await record({ recipients: [soft] })).toMatchObject({ sendIds: [id], matchedBy: 'recipient' });
    for (const daysAgo of [2, 1]) expect(await softly(daysAgo)).toEqual([]);
  });

  it('at the same moment are all counted', async () => {
    const mails = [await mailed(), await mailed(), await mailed()];
    const reports = mails.map(({ messageId }) => record({ messageIds: [messageId], recipients: [soft] }));
    expect((await Promise.all(reports)).flatMap(({ suppressed }) => suppressed)).toEqual([
      'mara@clients.test',
    ]);
  });
});

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
    const recipients: ReportedRecipient[] = [
      { address: 'mara@clients.test', kind: 'none', status: '5.2.2', detail: 'mailbox full' },
    ];
    await record({ messageIds: [messageId], recipients });
    expect((await now(id)).state).toBe('bounced');
    expect(await listed()).toEqual([]);
  });

  it('that is found by the address that it came back to is proven, although it names no mail', async () => {
    const { id } = await mailed();
    await mailed();
    const { key } = await now(id);
    expect(await record({ sendKeys: [key.slice(0, 16)] })).toEqual({
      ...{ sendIds: [id], matchedBy: 'returnPath', isNew: true },
      suppressed: ['mara@clients.test'],
    });
    expect(await record({ sendKeys: ['0000000000000000'] })).toMatchObject({ matchedBy: 'recipient' });
  });

  it('of an address to which the mail was forwarded leaves the one that it was written to', async () => {
    const { messageId } = await mailed();
    const recipients: ReportedRecipient[] = [
      { address: 'other@forwarded.test', kind: 'hard', status: '5.1.1', detail: 'unknown user' },
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
