import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';

export interface CaughtMail {
  readonly id: string;
  readonly receivedAt: string;
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
}

/** Every mail in a file of its own, on disk before it is acknowledged; the index is made anew from the files at the start. */
export class MailStore {
  readonly #mails: CaughtMail[] = [];
  readonly #folder: string;
  #count = 0;

  /** @param onUnreadable told of each file that is no mail of ours; it stays where it is */
  constructor(folder: string, onUnreadable: (file: string, problem: string) => void = () => undefined) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder).sort()) {
      if (name.endsWith('.part')) rmSync(path.join(folder, name));
      else if (name.endsWith('.eml')) {
        try {
          this.#mails.push(indexed(name, readFileSync(path.join(folder, name))));
        } catch (error) {
          onUnreadable(path.join(folder, name), (error as Error).message);
        }
      }
    }
    this.#count = this.#mails.length;
  }

  /** Doubles are kept as they come: a mail that was sent twice must be seen twice. */
  async add(envelope: { from: string; to: readonly string[] }, message: Buffer): Promise<CaughtMail> {
    const digest = createHash('sha256').update(message).digest('hex').slice(0, 8);
    const name = `${String(Date.now()).padStart(14, '0')}-${String(this.#count++).padStart(8, '0')}-${digest}.eml`;
    const receipt = `X-Catcher-Envelope: ${JSON.stringify(envelope)}\r\n`;
    const partial = path.join(this.#folder, `${name}.part`);
    const file = await open(partial, 'w');
    try {
      await file.writev([Buffer.from(receipt), message]);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(partial, path.join(this.#folder, name));
    const mail = indexed(name, Buffer.concat([Buffer.from(receipt), message]));
    this.#mails.push(mail);
    return mail;
  }

  /** Newest first. */
  list({
    messageId,
    to,
    limit = 50,
    offset = 0,
  }: {
    messageId?: string;
    to?: string;
    limit?: number;
    offset?: number;
  }) {
    const wanted = this.#mails.filter(
      (mail) =>
        (!messageId || mail.messageId === messageId) && (!to || mail.envelopeTo.includes(to.toLowerCase())),
    );
    const end = wanted.length - offset;
    return {
      total: wanted.length,
      items: wanted.slice(Math.max(0, end - limit), Math.max(0, end)).reverse(),
    };
  }

  find = (id: string): CaughtMail | undefined => this.#mails.find((mail) => mail.id === id);

  async raw(id: string): Promise<Buffer | undefined> {
    if (!this.find(id)) return undefined;
    const stored = await readFile(path.join(this.#folder, `${id}.eml`));
    return stored.subarray(stored.indexOf('\r\n') + 2);
  }

  clear(): void {
    for (const { id } of this.#mails.splice(0)) rmSync(path.join(this.#folder, `${id}.eml`), { force: true });
  }
}

function indexed(name: string, stored: Buffer): CaughtMail {
  const lineEnd = stored.indexOf('\r\n');
  const envelope = JSON.parse(stored.subarray('X-Catcher-Envelope: '.length, lineEnd).toString()) as {
    from: string;
    to: string[];
  };
  const headers = headersOf(stored.subarray(lineEnd + 2));
  const id = name.slice(0, -'.eml'.length);
  return {
    id,
    receivedAt: new Date(Number(id.slice(0, 14))).toISOString(),
    envelopeFrom: envelope.from,
    envelopeTo: envelope.to.map((to) => to.toLowerCase()),
    messageId: headers.get('message-id') ?? '',
    subject: headers.get('subject') ?? '',
    from: headers.get('from') ?? '',
    to: headers.get('to') ?? '',
  };
}

/** The few headers of the list, unfolded (RFC 5322 2.2.3), words decoded (RFC 2047). A Map: a header may be called anything. */
function headersOf(message: Buffer): Map<string, string> {
  const end = message.indexOf('\r\n\r\n');
  const head = message.subarray(0, end < 0 ? message.length : end).toString('utf8');
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, decodeWords(line.slice(colon + 1).trim()));
  }
  return headers;
}

const decodeWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_whole, coding: string, body: string) =>
      coding.toLowerCase() === 'b' ? Buffer.from(body, 'base64').toString('utf8') : decodeQ(body),
    );

const decodeQ = (body: string): string =>
  Buffer.from(
    body
      .replaceAll('_', ' ')
      .replace(/=([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
