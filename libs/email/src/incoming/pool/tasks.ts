import { partOctets, readIncomingMail } from '../parse/read-incoming-mail.js';

const binaryOf = (raw: Uint8Array): string =>
  Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');

/** What is done with the octets of strangers, on threads that can be ended. Plain data in and out. */
export const incomingTasks = {
  read: ({ raw }: { readonly raw: Uint8Array }) => readIncomingMail(binaryOf(raw)),
  part: ({ raw, number }: { readonly raw: Uint8Array; readonly number: string }) =>
    partOctets(binaryOf(raw), number),
};

export type IncomingTasks = typeof incomingTasks;
