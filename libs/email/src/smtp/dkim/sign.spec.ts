import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import DKIM from 'nodemailer/lib/dkim';
import { composeMail, automaticHeaders } from '../index.js';
import { unsubscribeHeaders } from '../../mail/unsubscribe.js';
import { oneOf, randomOf, upTo } from '../../random.fixture.js';
import { dkimKeyOf, dkimRecordOf, signDkim, type DkimKey } from './index.js';

const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }) as string;
const rsaPem = pemOf(generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey);
const rsa = dkimKeyOf('mail.cueline.test', 'mail2027', rsaPem);
const edwards = dkimKeyOf('cueline.test', 'ed', pemOf(generateKeyPairSync('ed25519').privateKey));

/** What somebody who gets the mail finds, by another program than ours, with the records that the operator is told to publish. */
async function verdicts(message: Buffer | string, keys: readonly DkimKey[]) {
  const records = new Map(keys.map(dkimRecordOf).map(({ name, value }) => [name, value]));
  const resolver = (name: string) => {
    const value = records.get(name);
    // A TXT record longer than 255 octets comes in pieces.
    if (value !== undefined) return Promise.resolve([value.match(/.{1,255}/g)!]);
    return Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' }));
  };
  const { results } = await dkimVerify(message, { resolver });
  return results.map(({ status, signingDomain, signingHeaders }) => ({
    ...{ result: status.result, aligned: status.aligned, domain: signingDomain },
    keys: signingHeaders?.keys.toLowerCase().split(/\s*:\s*/) ?? [],
  }));
}

const marketing = () =>
  composeMail({
    from: { name: 'Müller & Söhne', address: 'studio-a@mail.cueline.test' },
    to: { name: 'Mara', address: 'mara@clients.test' },
    replyTo: 'hello@studio.test',
    subject: 'Grüße aus dem Studio, und zwar so viele, dass die Zeile gefaltet wird: ä ö ü ß, bis bald',
    html: '<p>Hello  &amp; bye</p>\n\n',
    text: 'Hello  there \n.\n.dots\n\n\n',
    messageId: '<0123@mail.cueline.test>',
    date: new Date('2027-01-01T00:00:00Z'),
    headers: {
      ...automaticHeaders,
      ...unsubscribeHeaders({
        url: `https://cueline.test/unsubscribe/${'a'.repeat(90)}`,
        mailto: { address: 'hello@studio.test', subject: 'unsubscribe me' },
      }),
    },
  });

describe('a mail that is signed', () => {
  it('is verified by its readers, with every key that signs', async () => {
    const keys = [rsa, edwards];
    const found = await verdicts(await signDkim(await marketing(), keys), keys);
    expect(found).toMatchObject([
      { result: 'pass', domain: 'mail.cueline.test', aligned: 'mail.cueline.test' },
      { result: 'pass', domain: 'cueline.test', aligned: 'cueline.test' },
    ]);
  });

  it('has all that a reader sees and that programs act on under the signature', async () => {
    const [found] = await verdicts(await signDkim(await marketing(), [rsa]), [rsa]);
    expect(found!.keys).toEqual(
      expect.arrayContaining(
        'from to subject date message-id mime-version reply-to list-unsubscribe list-unsubscribe-post'.split(
          ' ',
        ),
      ),
    );
    const signed = (await signDkim(await marketing(), [rsa])).toString('latin1');
    // The second name of each pair stands for a field that must not be added.
    expect(/\th=([^;]+);/.exec(signed)![1]).toMatch(/^from:from:to:to:cc:reply-to:reply-to:subject:subject:/);
  });

  it.each([
    ['another sender before it', (mail: string) => `From: Evil <evil@evil.test>\r\n${mail}`],
    ['another subject after it', (mail: string) => mail.replace('\r\n\r\n', '\r\nSubject: Evil\r\n\r\n')],
    ['another address for answers', (mail: string) => `Reply-To: evil@evil.test\r\n${mail}`],
    ['another way to unsubscribe', (mail: string) => mail.replace('cueline.test/uns', 'evil.test/uns')],
    ['another text', (mail: string) => mail.replace('Hello', 'Hullo')],
  ])('is none any more with %s', async (_, change) => {
    const signed = (await signDkim(await marketing(), [rsa])).toString('latin1');
    const changed = change(signed);
    expect(changed).not.toBe(signed);
    expect(await verdicts(Buffer.from(changed, 'latin1'), [rsa])).not.toMatchObject([{ result: 'pass' }]);
  });

  it('may have its header lines folded anew and its blanks changed on the way', async () => {
    const signed = (await signDkim(await marketing(), [rsa])).toString('latin1');
    const relayed = signed.replace(/^Message-ID: /m, 'Message-ID:\r\n  ').replace(/there /, 'there  \t');
    expect(await verdicts(Buffer.from(relayed, 'latin1'), [rsa])).toMatchObject([{ result: 'pass' }]);
  });

  it('needs a key in the DNS: one that is not there yet spoils no other', async () => {
    const signed = await signDkim(await marketing(), [rsa, edwards]);
    expect((await verdicts(signed, [edwards])).map(({ result }) => result)).toEqual(['neutral', 'pass']);
  });

  it('keeps within what a header line may be', async () => {
    const signed = (await signDkim(await marketing(), [rsa, edwards])).toString('latin1');
    const fields = signed.match(/^DKIM-Signature:.*\r\n(?:[ \t].*\r\n)+/gm)!;
    expect(fields).toHaveLength(2);
    for (const line of fields.join('').split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
  });

  it('carries the signature that nodemailer would make, where that library can sign the same', async () => {
    const mail = await marketing();
    const ours = (await signDkim(mail, [rsa])).toString('latin1');
    const dkim = new DKIM({ domainName: rsa.domain, keySelector: rsa.selector, privateKey: rsaPem });
    const chunks: Buffer[] = [];
    for await (const chunk of dkim.sign(mail)) chunks.push(chunk as Buffer);
    const bodyHash = /bh=([^;]+);/;
    expect(bodyHash.exec(ours)![1]).toBe(bodyHash.exec(Buffer.concat(chunks).toString('latin1'))![1]);
  });

  it('is verified whatever its lines are made of', async () => {
    const random = randomOf(20_271_130);
    const pieces = ['a', ' ', '\t', '\r\n', '\n', '\r', '.', 'ä', '\u00a0', '=', '  \r\n', '\r\n\r\n', '\0'];
    for (let i = 0; i < 300; i++) {
      const some = () => Array.from({ length: upTo(random, 30) }, () => oneOf(random, pieces)).join('');
      const subject = some().replace(/[\r\n\0]+/g, '\r\n\t ');
      const mail = `From: a@mail.cueline.test\r\nSubject: x${subject}y\r\n\r\n${some()}`;
      const signed = await signDkim(Buffer.from(mail), [edwards]);
      const [found] = await verdicts(signed, [edwards]);
      expect([JSON.stringify(mail), found?.result]).toEqual([JSON.stringify(mail), 'pass']);
    }
  });
});
