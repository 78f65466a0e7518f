import { returnTag, type SendRecord } from '@cueline/database';
import { taggedReturnPath, type TagDelimiter } from '@cueline/email';

export interface ReturnPaths {
  readonly secret: string;
  readonly platformDomain: string;
  /** Null: the platform's mail server does not know such addresses. */
  readonly bounceDelimiter: TagDelimiter | null;
}

/**
 * Where a mail comes back to. What is from the platform's domain names its mail there, since a third of all bounces name it nowhere else; a server of somebody else may take
 * no address but the one that it knows.
 */
export function returnPathOf(
  studioId: string,
  { key, fromAddress }: Pick<SendRecord, 'key' | 'fromAddress'>,
  { secret, platformDomain, bounceDelimiter }: ReturnPaths,
): string {
  const isPlatform = fromAddress.toLowerCase().endsWith(`@${platformDomain.toLowerCase()}`);
  if (!isPlatform || bounceDelimiter === null) return fromAddress;
  return taggedReturnPath(fromAddress, bounceDelimiter, returnTag(secret, { studioId, sendKey: key }));
}
