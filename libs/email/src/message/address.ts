/** RFC 5321 4.5.3.1: 64 octets before the @, 255 behind it, 254 in all. */
const LOCAL_OCTETS = 64;
const ADDRESS_OCTETS = 254;

const atom = /^[^\s@<>,;:"()\\[\]\p{C}]+$/u;
const domainPattern =
  /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?)+$/u;
const octets = (text: string) => new TextEncoder().encode(text).length;

/**
 * An address as it may stand in an envelope, or null. CR, LF, angle brackets and lists are refused, since a mail library would read more than
 * one recipient or header out of them; so are quoted local parts, which hardly any provider accepts.
 */
export function parseAddress(input: string): string | null {
  const text = input.trim();
  const at = text.lastIndexOf('@');
  if (at < 1 || text.length > ADDRESS_OCTETS || octets(text) > ADDRESS_OCTETS) return null;
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  const plain =
    atom.test(local) &&
    octets(local) <= LOCAL_OCTETS &&
    !local.startsWith('.') &&
    !local.endsWith('.') &&
    !local.includes('..');
  return plain && domainPattern.test(domain) ? `${local}@${domain.toLowerCase()}` : null;
}

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** A display name on one line, without the characters that would end it. */
export const displayName = (name: string): string =>
  [...name]
    .map((char) => (char < ' ' || char === '\u007f' || '"<>\\'.includes(char) ? ' ' : char))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, 100);
