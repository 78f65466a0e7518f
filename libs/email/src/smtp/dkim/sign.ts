import { createHash, sign as signWith, type KeyObject } from 'node:crypto';
import { partsOf, relaxedBody, relaxedField, withLineEnds, type HeaderField } from './canonical.js';
import type { DkimKey } from './dkim-key.js';

/** One more of these would change what a reader sees, or who is answered: signed once more than they are there (RFC 6376 8.15). */
const oversigned = [
  'from',
  'to',
  'cc',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
];
/** Signed as often as they are there; readers' programs offer to unsubscribe only where both fields are (RFC 8058 4). */
const others = [
  'sender',
  'content-transfer-encoding',
  'in-reply-to',
  'references',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'auto-submitted',
  'x-auto-response-suppress',
];
const LINE = 72;

/** The message with a signature of each key before it (RFC 6376, RFC 8463), relaxed/relaxed. */
export async function signDkim(message: Buffer, keys: readonly DkimKey[]): Promise<Buffer> {
  const text = withLineEnds(message.toString('latin1'));
  const { fields, body } = partsOf(text);
  const bodyHash = createHash('sha256').update(relaxedBody(body), 'latin1').digest('base64');
  const signed = [
    ...oversigned.flatMap((name) => [...instancesOf(fields, name), { name, line: undefined }]),
    ...others.flatMap((name) => instancesOf(fields, name)),
  ];
  const signatures = await Promise.all(keys.map((key) => signatureOf(key, signed, bodyHash)));
  return Buffer.from(`${signatures.join('')}${text}`, 'latin1');
}

/** `line` is undefined for one that is not there, and must not come. */
type SignedField = Pick<HeaderField, 'name'> & { readonly line: string | undefined };

/** The last one first: so they are found by a verifier (RFC 6376 5.4.2). */
const instancesOf = (fields: readonly HeaderField[], name: string): readonly HeaderField[] =>
  fields.filter((field) => field.name === name).reverse();

async function signatureOf(
  { domain, selector, algorithm, key }: DkimKey,
  signed: readonly SignedField[],
  bodyHash: string,
): Promise<string> {
  const name = 'DKIM-Signature';
  const tags = [
    `v=1; a=${algorithm}; c=relaxed/relaxed; d=${domain};`,
    `s=${selector};`,
    `h=${foldedNames(signed.map((field) => field.name))};`,
    `bh=${bodyHash};`,
    'b=',
  ];
  const unsigned = `${name}: ${tags.join('\r\n\t')}`;
  const lines = [
    ...signed.flatMap(({ name: of, line }) =>
      line === undefined ? [] : [`${relaxedField({ name: of, line })}\r\n`],
    ),
    relaxedField({ name: name.toLowerCase(), line: unsigned }),
  ];
  const signature = await signed256(algorithm, Buffer.from(lines.join(''), 'latin1'), key);
  return `${unsigned}${signature.match(new RegExp(`.{1,${LINE}}`, 'g'))!.join('\r\n\t')}\r\n`;
}

/** Folded before a colon, where the list may have blanks. */
function foldedNames(names: readonly string[]): string {
  const lines = [''];
  for (const name of names) {
    const last = lines.length - 1;
    const longer = lines[last] === '' ? name : `${lines[last]}:${name}`;
    if (longer.length > LINE) lines.push(`:${name}`);
    else lines[last] = longer;
  }
  return lines.join('\r\n\t');
}

/** On a thread of its own: an RSA signature takes a millisecond. Ed25519 signs the hash, not the text (RFC 8463 3). */
function signed256(algorithm: DkimKey['algorithm'], data: Buffer, key: KeyObject): Promise<string> {
  const isRsa = algorithm === 'rsa-sha256';
  const input = isRsa ? data : createHash('sha256').update(data).digest();
  return new Promise((resolve, reject) => {
    signWith(isRsa ? 'sha256' : null, input, key, (error, signature) =>
      error ? reject(error) : resolve(signature.toString('base64')),
    );
  });
}
