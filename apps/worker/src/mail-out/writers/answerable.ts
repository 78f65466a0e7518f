import type { RecordContext } from '@cueline/database';
import { parseAddress, platformAddress } from '@cueline/email';
import { returnPathOf, type ReturnPaths } from '../queue/return-path.js';
import type { Written } from './prepare.js';

export interface AnswerPaths extends ReturnPaths {
  /** The platform's receiver takes the answers to its addresses. */
  readonly takesAnswers: boolean;
}

/**
 * A mail from the platform's address whose answers come back to it, by an address that says which mail they answer; where they go on to is the brand's affair. A mail
 * that names another address for its answers, a staff member's or the sender's own, is left as it is.
 */
export function answerable(
  mail: Written,
  { studioId, sendKey }: { readonly studioId: string; readonly sendKey: string },
  { brand, studioSlug }: Pick<RecordContext, 'brand' | 'studioSlug'>,
  paths: AnswerPaths,
): Written {
  const { from, replyTo } = mail;
  const isBrands = replyTo === undefined || replyTo === parseAddress(brand?.replyTo ?? '');
  const isPlatforms = from.address === platformAddress(studioSlug, paths.platformDomain);
  if (!paths.takesAnswers || !isBrands || !isPlatforms) return mail;
  return { ...mail, replyTo: returnPathOf(studioId, { key: sendKey, fromAddress: from.address }, paths) };
}
