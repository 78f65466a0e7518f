import type { HeaderFields } from '../../mime/header-fields.js';

const withoutComments = (value: string): string => value.replace(/\([^()]{0,1000}\)/g, ' ');

/** The server that wrote a field; empty where it begins with a result, as Microsoft 365 writes it. */
function serverOf(value: string): string {
  const first = value.split(';', 1)[0]!.trim();
  return first.includes('=') ? '' : first.split(/\s+/, 1)[0]!.toLowerCase();
}

/**
 * What the mailbox's own server says of DMARC (RFC 8601): `pass`, `fail`, `none` ...; null where it says nothing. Only the topmost of its fields that names
 * DMARC counts: anybody can write a field, and those of strangers stand below, or under another name.
 */
export function dmarcOf(
  headers: HeaderFields,
  authServers: readonly string[],
): { readonly result: string; readonly server: string; readonly domain: string } | null {
  for (const field of headers.get('authentication-results') ?? []) {
    const value = withoutComments(field);
    const server = serverOf(value);
    if (!authServers.includes(server)) continue;
    const found = value.split(';').find((part) => /^\s*dmarc\s*=/i.test(part));
    const result = /^\s*dmarc\s*=\s*([a-z]{1,20})/i.exec(found ?? '')?.[1];
    if (found === undefined || result === undefined) continue;
    const domain = /\bheader\.from\s*=\s*"?([^\s;"]{1,255})/i.exec(found)?.[1] ?? '';
    return { result: result.toLowerCase(), server, domain };
  }
  return null;
}
