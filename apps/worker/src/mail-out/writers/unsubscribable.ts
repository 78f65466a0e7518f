import { UNSUBSCRIBE_PATH, formatsOf, unsubscribeToken, type RecordContext } from '@cueline/database';
import { unsubscribeHeaders, withUnsubscribeFooter } from '@cueline/email/smtp';
import type { Recipient } from '@cueline/workflows';
import type { Written } from './prepare.js';

export interface UnsubscribeSources {
  /** Signs the links. */
  readonly secret: string;
  readonly publicUrl: string;
}

/** A marketing mail with the ways out of it: for machines in its headers (RFC 8058), for people at its end. Another mail as it is. */
export function unsubscribable(
  mail: Written,
  { studioId, sendKey, to }: { readonly studioId: string; readonly sendKey: string; readonly to?: Recipient },
  context: Pick<RecordContext, 'brand' | 'client'>,
  { secret, publicUrl }: UnsubscribeSources,
): Written {
  if (mail.category !== 'marketing') return mail;
  const token = unsubscribeToken(secret, { studioId, sendKey });
  const url = `${publicUrl}${UNSUBSCRIBE_PATH}${token}`;
  const mailto = { address: mail.replyTo ?? mail.from.address, subject: `unsubscribe ${token}` };
  const reader = { locale: formatsOf(context, to).locale, sender: context.brand?.name || mail.from.name };
  return {
    ...withUnsubscribeFooter(mail, url, reader),
    headers: { ...mail.headers, ...unsubscribeHeaders({ url, mailto }) },
  };
}
