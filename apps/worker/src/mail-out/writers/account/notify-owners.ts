import { parseAddress } from '@cueline/email';
import { sendFromPlatform, type PlatformMail, type PlatformPorts } from './platform-mail.js';

/** @returns false when no owner could be told and it is worth another try */
export async function notifyOwners(
  ports: PlatformPorts,
  owners: readonly string[],
  mailTo: (owner: string) => PlatformMail,
  now: Date,
): Promise<boolean> {
  const types: string[] = [];
  for (const to of owners.flatMap((email) => parseAddress(email) ?? []))
    types.push((await sendFromPlatform(ports, mailTo(to), now, () => Promise.resolve(true))).type);
  return types.length === 0 || types.some((type) => type !== 'temporary' && type !== 'account');
}
