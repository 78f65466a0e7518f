import { createHash } from 'node:crypto';
import type { FetchMessageObject } from 'imapflow';
import {
  modSeqOf,
  type ContentRow,
  type FlagRow,
  type HeaderRow,
  type SurveyRow,
  type Uid,
  type UidSet,
} from '../core/index.js';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const flagRowOf = (uid: Uid, flags: Iterable<string>, modSeq?: bigint): FlagRow => ({
  uid,
  flags: [...flags].filter((flag) => flag !== '\\Recent').sort(),
  modSeq: modSeqOf(modSeq),
});

/** A row without its date or size is none: the server gave a part of what was wanted. */
export function surveyRowOf(mail: FetchMessageObject): SurveyRow | undefined {
  const { uid, flags, modseq, internalDate, size } = mail;
  const at = internalDate === undefined ? Number.NaN : new Date(internalDate).getTime();
  if (!uid || !flags || Number.isNaN(at) || size === undefined) return undefined;
  return { ...flagRowOf(uid, flags, modseq), at, size };
}

export const headerRowOf = ({ uid, headers }: FetchMessageObject): HeaderRow | undefined =>
  headers && headers.length > 0 ? { uid, headerSha256: sha256(headers) } : undefined;

/** The header is cut from the bytes that came, up to and with its empty line, as FETCH of the header alone gives it. */
export function contentRowOf({ uid, source }: FetchMessageObject): ContentRow | undefined {
  if (!source || source.length === 0) return undefined;
  const end = source.indexOf('\r\n\r\n');
  const header = end < 0 ? source : source.subarray(0, end + 4);
  return { uid, bytes: source, sha256: sha256(source), headerSha256: sha256(header) };
}

/** A line of a command has room for so many characters at most servers, or for more. */
const LONGEST_LINE = 7_000;

/** The set as IMAP writes it, in as many commands as its length needs. */
export function ranges(set: UidSet): string[] {
  const lines: string[] = [];
  for (const [first, last] of set) {
    const range = first === last ? String(first) : `${first}:${last}`;
    const line = lines.at(-1);
    if (line !== undefined && line.length + range.length < LONGEST_LINE)
      lines[lines.length - 1] = `${line},${range}`;
    else lines.push(range);
  }
  return lines;
}
