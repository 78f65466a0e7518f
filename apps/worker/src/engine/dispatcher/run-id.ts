import { createHash } from 'node:crypto';

/** A uuid (RFC 9562, version 8) derived from workflow and event: the same pair is the same run, wherever and whenever it is dispatched. */
export function runIdOf(workflowId: string, eventId: string): string {
  const hash = createHash('sha256').update(`run:${workflowId}:${eventId}`).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
