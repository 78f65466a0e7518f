import { describe, expect, test } from '@jest/globals';
import { mirrorSuite } from '../mirror/mirror-suite.fixture.js';
import { FiledMailbox, goneAt, MARA } from './intake-suite.fixture.js';

const filed = new FiledMailbox(mirrorSuite());
const yesterday = () => new Date(Date.now() - 86_400_000);

describe('a mail in a mailbox', () => {
  test('that answers a mail of ours is in its thread, with its records, and says so once', async () => {
    const { messageId, bookingId } = await filed.sends();
    await filed.arrives({ at: yesterday(), text: 'Of long ago' });
    await filed.file();
    expect(await filed.events()).toEqual([]);
    expect(await filed.messages()).toHaveLength(2);

    await filed.arrives({
      headers: { Subject: 'Re: About The day', 'In-Reply-To': messageId },
      text: 'Yes, Saturday.\r\n\r\nOn Tue, 8 Jun 2027, Sunday wrote:\r\n> Hello',
    });
    await filed.file();
    const [ours, , answer] = await filed.messages();
    expect(answer).toMatchObject({
      ...{ direction: 'incoming', kind: 'human', reply_text: 'Yes, Saturday.', is_unread: true },
      thread_id: ours!.thread_id,
    });
    const [client] = await filed.rows<{ id: string }>('SELECT id FROM clients');
    const links = await filed.rows(
      `SELECT record_type, record_id FROM message_links WHERE message_id = $1 AND state = 'on' ORDER BY 1`,
      answer!.id,
    );
    expect(links).toEqual([
      { record_type: 'booking', record_id: bookingId },
      { record_type: 'client', record_id: client!.id },
    ]);
    const thread = async () => (await filed.threads()).find(({ id }) => id === answer!.thread_id);
    expect(await thread()).toMatchObject({ message_count: 2, unread_count: 1, boxes: ['inbox'] });
    expect(await filed.events()).toEqual(['mail.received', 'mail.replied']);

    const before = { thread: await thread(), messages: await filed.messages() };
    await filed.file();
    expect({ thread: await thread(), messages: await filed.messages() }).toEqual(before);
    expect(await filed.events()).toHaveLength(2);
    expect(filed.warnings).toEqual([]);

    await filed.rows('DELETE FROM messages WHERE id <> $1', ours!.id);
    expect(await thread()).toMatchObject({ message_count: 1, unread_count: 0 });
    expect(await filed.threads()).toHaveLength(1);
    expect(await filed.rows('SELECT message_id FROM message_search')).toEqual([{ message_id: ours!.id }]);
  });

  test('is told of by its kind: an absence is no answer, a copy of ours is ours, a twin is no second mail', async () => {
    const { messageId, source } = await filed.sends();
    await filed.mailbox.other.mailboxCreate('Sent');
    await filed.file();
    await filed.appended(source, 'Sent', ['\\Seen']);
    const answer = { Subject: 'Re: About The day', 'In-Reply-To': messageId };
    await filed.arrives({ headers: { ...answer, 'Auto-Submitted': 'auto-replied' }, text: 'Away until May' });
    await filed.file();
    expect(await filed.events()).toEqual([]);
    const both = await filed.messages();
    expect(both.map(({ direction, kind }) => [direction, kind])).toEqual([
      ['outgoing', null],
      ['incoming', 'automatic'],
    ]);
    expect(both[0]).toMatchObject({ mailbox_id: filed.mailbox.key.mailboxId });
    expect(both[0]!.send_id).not.toBeNull();

    const id = await filed.arrives({ headers: answer, text: 'Yes' });
    await filed.arrives({
      headers: { ...answer, 'Message-ID': id, 'Delivered-To': 'billing@x.test' },
      text: 'Yes',
    });
    const own = { From: 'hello@studio.example', Subject: 'Buy film' };
    await filed.arrives({ headers: own, text: 'Ten rolls' });
    await filed.file();
    const all = await filed.messages();
    expect(all.filter(({ twin_of }) => twin_of !== null)).toHaveLength(1);
    expect(all.filter(({ direction }) => direction === 'outgoing')).toHaveLength(2);
    const thread = (await filed.threads()).find(({ id }) => id === both[0]!.thread_id);
    expect(thread).toMatchObject({ message_count: 3 });
    expect(await filed.events()).toEqual(['mail.received', 'mail.replied']);
    expect(filed.warnings).toEqual([]);
  });

  test('is filed once wherever its worker ends, and so is what it says', async () => {
    const { messageId } = await filed.sends();
    await filed.file();
    await filed.arrives({ headers: { 'In-Reply-To': messageId }, text: 'Yes' });
    await filed.arrives({
      headers: { From: 'Jo <jo@x.test>', Subject: 'A question' },
      text: 'Are you free?',
    });
    await filed.fetch();
    let ends = 0;
    for (let nth = 1, isGone = true; isGone; nth++) {
      const gone = goneAt(filed.mailbox.studio.pool, nth);
      await filed.intake({ pool: gone.pool }).sweep();
      isGone = gone.isGone();
      if (isGone) {
        ends++;
        // All of it or nothing.
        expect([0, 3]).toContain((await filed.events()).length);
        await filed.released();
        await filed.rows('UPDATE intake SET attempts = 0');
      }
    }
    expect(ends).toBeGreaterThan(20);
    expect((await filed.messages()).map(({ direction }) => direction)).toEqual([
      'outgoing',
      'incoming',
      'incoming',
    ]);
    expect(await filed.events()).toEqual(['mail.received', 'mail.received', 'mail.replied']);
  });

  test('that kills its reader again and again is set aside, and takes no other with it', async () => {
    await filed.file();
    for (const text of ['one', 'poison', 'two']) await filed.arrives({ text });
    await filed.fetch();
    const dying = {
      read: (mailboxId: string, raw: Uint8Array) =>
        Buffer.from(raw).includes('poison')
          ? Promise.reject(new Error('The process was ended'))
          : filed.reader.read(mailboxId, raw),
    };
    for (let n = 0; n < 6; n++) {
      await filed.intake({ reader: dying }).sweep();
      await filed.released();
    }
    const texts = (await filed.messages()).map(({ reply_text }) => reply_text).sort();
    expect(texts).toEqual(['one', 'two']);
    const aside = await filed.rows(`SELECT reason->>'code' AS code FROM intake WHERE state = 'quarantined'`);
    expect(aside).toEqual([{ code: 'fault' }]);
    expect(await filed.events()).toEqual(['mail.received', 'mail.received']);
  });
});

test('a mail that was not delivered settles the mail of ours, whose address gets no more', async () => {
  const { messageId } = await filed.sends();
  await filed.file();
  const report = [
    '--b\r\nContent-Type: text/plain\r\n\r\nNo such user',
    `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.clients.test\r\n\r\nFinal-Recipient: rfc822; mara@clients.test\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 No such user\r\n`,
    `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${messageId}\r\nTo: ${MARA}\r\n\r\n--b--`,
  ].join('\r\n');
  await filed.arrives({
    headers: {
      ...{ From: 'MAILER-DAEMON@mx.clients.test', Subject: 'Undelivered Mail Returned to Sender' },
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
    },
    text: report,
  });
  await filed.file();
  const [ours, bounce] = await filed.messages();
  expect(bounce).toMatchObject({ kind: 'bounce', thread_id: ours!.thread_id });
  expect(await filed.rows('SELECT address FROM suppressions')).toEqual([{ address: 'mara@clients.test' }]);
  expect(await filed.events()).toEqual(['mail.bounced']);
  await filed.intake().sweep();
  expect(await filed.events()).toEqual(['mail.bounced']);
});

test('mails of an address that becomes a client’s are the client’s, and tell workflows nothing', async () => {
  await filed.file();
  await filed.arrives({
    headers: { From: 'Jo <Jo@clients.test>', Subject: 'A question' },
    text: 'Are you free?',
  });
  await filed.arrives({ headers: { From: 'Kim <kim@clients.test>', Subject: 'Another' } });
  await filed.file();
  const before = await filed.events();
  const { studio } = filed.mailbox;
  const clientId = await studio.client('Jo');
  const linked = await filed.rows(
    `SELECT m.subject, l.source::text, m.client_id FROM message_links l JOIN messages m ON m.id = l.message_id WHERE l.record_id = $1`,
    clientId,
  );
  expect(linked).toEqual([{ subject: 'A question', source: 'address', client_id: clientId }]);
  expect(await filed.rows('SELECT record_id FROM thread_links')).toEqual([{ record_id: clientId }]);
  expect(await filed.events()).toEqual(before);
  // A second one with the same address: nobody knows whose a mail is.
  await studio.client('Jo');
  expect(await filed.rows('SELECT record_id FROM thread_links')).toHaveLength(1);
});
