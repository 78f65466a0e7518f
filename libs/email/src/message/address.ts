import { cutText, readAddress } from '@cueline/workflows/locale';

/** An address as it may stand in an envelope, by the one rule that forms and records go by too; or null. */
export function parseAddress(input: string): string | null {
  const read = readAddress(input);
  return read.ok ? read.address : null;
}

/** It is one address and nothing beside it: no line, bracket, list or comment that a mail library would read a further recipient or header out of. */
export const isOneAddress = (address: string): boolean =>
  /^[^\p{Cc}\p{Zl}\p{Zp}\s<>()[\],;:"\\@]+@[^\p{Cc}\p{Zl}\p{Zp}\s<>(),;"\\@]+$/u.test(address);

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** A display name on one line, without the characters that would end it, or begin what a reader decodes (RFC 2047 2). */
export const displayName = (name: string): string =>
  cutText(
    [...name]
      .map((char) => (char < ' ' || char === '\u007f' || '"<>\\'.includes(char) ? ' ' : char))
      .join('')
      .replaceAll('=?', '= ?')
      .replace(/ {2,}/g, ' ')
      .trim(),
    100,
  );
