import type { ParsedMail } from './parsed-mail.js';

/** What stands between a local part and the tag of a return path. */
export const tagDelimiters = ['+', '-', '='] as const;
export type TagDelimiter = (typeof tagDelimiters)[number];
/** RFC 5321 4.5.3.1.1 */
const LONGEST_LOCAL_PART = 64;
const TAG = /[+=-]([0-9a-f]{24})@/gi;
const MOST = 10;

/**
 * The address that a mail comes back to, with a tag that says which mail it was. Servers may write it in other letters, so a tag is of hexadecimal digits.
 * @returns the address without a tag where it would be too long with it
 */
export function taggedReturnPath(address: string, delimiter: TagDelimiter, tag: string): string {
  const at = address.lastIndexOf('@');
  const local = `${address.slice(0, at)}${delimiter}${tag}`;
  return local.length > LONGEST_LOCAL_PART ? address : `${local}${address.slice(at)}`;
}

/** Every tag that the report holds: it was sent to such an address, and mostly quotes it. Whether one is ours, its proof says. */
export function returnTagsIn({ headers, parts }: ParsedMail): readonly string[] {
  const texts = [...[...headers.values()].flat(), ...parts.map(({ text }) => text)];
  const found = texts.flatMap((text) => [...text.matchAll(TAG)].map(([, tag]) => tag!.toLowerCase()));
  return [...new Set(found)].slice(0, MOST);
}
