import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '@cueline/testkit/until';
import * as receivers from '@cueline/testkit/webhook-receiver';
import type { Lookup } from '@cueline/egress/guard';
import { post, type Post } from './post.js';

let receiver: receivers.WebhookReceiver;
beforeEach(async () => {
  receiver = await receivers.WebhookReceiver.open();
});
afterEach(() => receiver.close());

const posted = (more: Partial<Post> = {}) =>
  post({
    url: receiver.url,
    trusted: true,
    headers: { 'x-a': 'b' },
    body: '{"é":1}',
    timeoutMs: 2_000,
    ...more,
  });

describe('a request', () => {
  it('brings head and body, and takes the status', async () => {
    receiver.answers(receivers.answering(201));
    expect(await posted()).toEqual({ type: 'answered', status: 201, answer: '', retryAfter: undefined });
    expect(receiver.received).toMatchObject([
      { path: '/hook', body: '{"é":1}', headers: { 'x-a': 'b', 'content-length': '8', connection: 'close' } },
    ]);
  });

  it('keeps the beginning of an answer that says no, in one line', async () => {
    receiver.answers(
      receivers.answering(422, { 'retry-after': '7' }, `no\u0000\n  "client" ${'x'.repeat(5_000)}`),
    );
    expect(await posted()).toEqual({
      type: 'answered',
      status: 422,
      answer: `no "client" ${'x'.repeat(188)}`,
      retryAfter: '7',
    });
    receiver.answers(receivers.answering(500, { 'content-type': 'image/png' }, 'PNG'));
    expect(await posted()).toMatchObject({ status: 500, answer: '' });
  });

  it('follows nobody who leads elsewhere', async () => {
    const other = await receivers.WebhookReceiver.open();
    receiver.answers(receivers.answering(307, { location: other.url }));
    expect(await posted()).toMatchObject({ type: 'answered', status: 307 });
    expect(other.connections).toBe(0);
    await other.close();
  });

  it.each([
    [200, ''],
    [500, expect.stringMatching(/^flood flood/)],
  ])('a flood behind a %s is cut off', async (status, answer) => {
    receiver.answers(receivers.flooding(status));
    expect(await posted()).toMatchObject({ type: 'answered', status, answer });
    await until('it hangs up', async () => (await receiver.openConnections()) === 0, 2_000);
  });

  it.each([
    ['hangs', receivers.hanging, 'timeout'],
    ['drips its head', receivers.dripping, 'timeout'],
    ['breaks off', receivers.breakingOff, 'closed'],
    ['closes without a word', receivers.saying(''), 'closed'],
    ['speaks something else', receivers.saying('220 mail.test ESMTP\r\n'), 'noHttp'],
    ['sends a head without end', receivers.saying(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}`), 'noHttp'],
    [
      'switches to another protocol',
      receivers.saying('HTTP/1.1 101 S\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
      'closed',
    ],
  ])('to a server that %s ends in time, with its cause', async (_what, answer, cause) => {
    receiver.answers(answer);
    const began = Date.now();
    expect(await posted({ timeoutMs: 400 })).toEqual({ type: 'unreachable', cause });
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  it('keeps a status whose words never end', async () => {
    receiver.answers(
      (response) => void response.writeHead(500, { 'content-type': 'text/plain' }).write('wait'),
    );
    expect(await posted({ timeoutMs: 400 })).toMatchObject({ type: 'answered', status: 500, answer: 'wait' });
  });

  it('says when nobody listens, or nobody knows the name', async () => {
    const { url } = receiver;
    await receiver.close();
    expect(await posted({ url })).toEqual({ type: 'unreachable', cause: 'refused' });
    expect(await posted({ url: 'http://nobody.invalid/' })).toEqual({
      type: 'unreachable',
      cause: 'unknownName',
    });
    receiver = await receivers.WebhookReceiver.open();
  });

  it('tells nothing to a server that cannot show who it is, or speaks no TLS', async () => {
    const secure = await receivers.WebhookReceiver.open({ tls: true });
    expect(await posted({ url: secure.url })).toEqual({ type: 'unreachable', cause: 'certificate' });
    expect(secure.received).toEqual([]);
    await secure.close();
    const url = receiver.url.replace('http:', 'https:');
    expect(await posted({ url })).toEqual({ type: 'unreachable', cause: 'certificate' });
  });
});

describe('a request to whom nobody vouches for', () => {
  const leadingTo =
    (...addresses: string[]): Lookup =>
    (_host, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
  const untrusted = (lookup?: Lookup, host = 'rebind.test') =>
    posted({ trusted: false, url: receiver.url.replace('127.0.0.1', host), lookup });

  it.each([
    [['127.0.0.1']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    [['169.254.169.254']],
    [['10.0.0.1']],
    [['100.64.0.1']],
    [['fe80::1%lo']],
    [['1.1.1.1', '127.0.0.1']],
  ])('connects to nothing when its name leads to %p', async (addresses) => {
    const inside = addresses.at(-1);
    expect(await untrusted(leadingTo(...addresses))).toEqual({ type: 'inside', address: inside });
    expect(receiver.connections).toBe(0);
  });

  it('is called off as well when the address is written', async () => {
    expect(await untrusted(undefined, '127.0.0.1')).toEqual({ type: 'inside', address: '127.0.0.1' });
    expect(receiver.received).toEqual([]);
  });

  it('looks at the addresses that the system knows, too', async () => {
    expect(await untrusted(undefined, 'localhost')).toMatchObject({ type: 'inside' });
    expect(receiver.connections).toBe(0);
  });

  it('asks for its addresses once, and goes by that answer', async () => {
    let lookups = 0;
    const rebinding: Lookup = (_host, done) =>
      done(null, [{ address: lookups++ === 0 ? '192.0.2.1' : '127.0.0.1', family: 4 }]);
    expect(await untrusted(rebinding)).toEqual({ type: 'inside', address: '192.0.2.1' });
    expect(lookups).toBe(1);
  });
});
