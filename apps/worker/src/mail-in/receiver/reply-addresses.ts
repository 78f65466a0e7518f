import { readReturnTag, received, type Queryable } from '@cueline/database';
import { readReplyAddress } from '@cueline/email';

/** An address that the platform takes mail for. */
export interface ReplyRecipient {
  readonly studioId: string;
  readonly address: string;
  /** The beginning of the key of the mail that the address was made for. */
  readonly sendKey: string | null;
}

export interface ReplyAddressSources {
  readonly pool: Queryable;
  readonly platformDomain: string;
  readonly secret: string;
}

/** Which studio's address it is, proven where it names a mail; undefined for every address that we did not give to anybody. */
export async function replyRecipientOf(
  { pool, platformDomain, secret }: ReplyAddressSources,
  address: string,
): Promise<ReplyRecipient | undefined> {
  const read = readReplyAddress(address, platformDomain);
  const studio = read && (await received.studioBySlug.first(pool, { slug: read.studioSlug }));
  if (!read || !studio) return undefined;
  const { studioId } = studio;
  const sendKey = read.tag === null ? null : readReturnTag(secret, studioId, read.tag);
  return sendKey === undefined ? undefined : { studioId, address: address.toLowerCase(), sendKey };
}
