/**
 * The Message-ID of a send, angle brackets included: derived from the send's key, so that a repeat carries the same one.
 * @param key lower-case hex @param domain of the sender (RFC 5322 3.6.4)
 */
export function messageIdOf(key: string, domain: string): string {
  if (!/^[0-9a-f]{32,128}$/.test(key)) throw new RangeError('A send’s key is a hexadecimal hash.');
  return `<${key.slice(0, 40)}@${domain}>`;
}
