import { cleanHtml, type CleanHtml } from '../html/clean-html.js';
import type { IncomingMail, SetAside } from '../parse/incoming-mail.js';
import { partOctets, readIncomingMail } from '../parse/read-incoming-mail.js';
import { replyTextOf, type ReplyText } from '../reply-text/reply-text.js';

/** A mail as it is stored. */
export interface ReadMail {
  readonly mail: IncomingMail;
  /** What its writer added to what it quotes. */
  readonly reply: ReplyText;
  /** Its HTML as it may be shown; empty where it has none. */
  readonly shown: CleanHtml;
}

const binaryOf = (raw: Uint8Array): string =>
  Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');

/** What is done with the octets of strangers, on threads that can be ended. Plain data in and out. */
export const incomingTasks = {
  read: ({ raw }: { readonly raw: Uint8Array }): ({ readonly ok: true } & ReadMail) | SetAside => {
    const read = readIncomingMail(binaryOf(raw));
    if (!read.ok) return read;
    return { ...read, reply: replyTextOf(read.mail), shown: cleanHtml(read.mail.html) };
  },
  part: ({ raw, number }: { readonly raw: Uint8Array; readonly number: string }) =>
    partOctets(binaryOf(raw), number),
};

export type IncomingTasks = typeof incomingTasks;
