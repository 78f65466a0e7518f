const ADDRESS = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
const MOST = 50;

/** Addresses that a text names, in its order, each once. */
export function addressesIn(text: string): readonly string[] {
  const found = new Map<string, string>();
  for (const [address] of text.slice(0, 200_000).matchAll(ADDRESS)) {
    const clean = address.replace(/^[.'=]+|[.'-]+$/g, '');
    if (!found.has(clean.toLowerCase())) found.set(clean.toLowerCase(), clean);
    if (found.size >= MOST) break;
  }
  return [...found.values()];
}

/** `rfc822; <mara@clients.test>` (RFC 3464 2.1.2), `utf-8; …` (RFC 6533 3): the address alone. */
export const typedAddress = (value: string): string =>
  value
    .replace(/^[\w-]+\s*;/, '')
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/\\x\{([0-9A-Fa-f]{1,6})\}/g, (whole, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .trim();
