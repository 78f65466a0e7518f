import { decodeText } from '../../mime/charset.js';
import { decodeHeader } from '../../mime/encoded-words.js';
import { fieldOf, type HeaderFields } from '../../mime/header-fields.js';
import { readMimeTree, type MimeLimits, type MimePart } from '../../mime/mime-tree.js';
import { decodeTransfer } from '../../mime/transfer-encoding.js';

/** A part that holds no other part. A returned message is one: its source, not taken apart further. */
export interface MailPart {
  /** `text/plain`, in small letters. */
  readonly type: string;
  readonly text: string;
}

/** A mail as far as a report is read out of it. */
export interface ParsedMail {
  readonly headers: HeaderFields;
  readonly parts: readonly MailPart[];
}

/** A report says what it says within these: what lies past them is not read. */
const limits: MimeLimits = { size: 1_000_000, headers: 200_000, depth: 6, parts: 60 };
const MOST_OF_PART = 200_000;

/** @param source one character for each octet (latin1) */
export const parseMail = (source: string): ParsedMail => reportPartsOf(readMimeTree(source, limits).root);

/** What a report is read out of, of a mail that was taken apart already. */
export function reportPartsOf(root: MimePart): ParsedMail {
  const headers = new Map(
    [...root.headers].map(([name, values]) => [name, values.map((value) => decodeHeader(value))]),
  );
  return { headers, parts: leavesOf(root).slice(0, limits.parts).map(partOf) };
}

const leavesOf = (part: MimePart): readonly MimePart[] =>
  part.children.length > 0 ? part.children.flatMap(leavesOf) : [part];

function partOf({ type, headers, params, body }: MimePart): MailPart {
  // Pictures and files say nothing.
  if (!/^(?:text|message|multipart)\//.test(type)) return { type, text: '' };
  const octets = decodeTransfer(body.slice(0, MOST_OF_PART), fieldOf(headers, 'content-transfer-encoding'));
  return { type, text: decodeText(octets, params.get('charset')) };
}
