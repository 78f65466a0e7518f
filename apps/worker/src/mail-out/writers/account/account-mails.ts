import type { SendOutcome } from '@cueline/email/smtp';
import { log } from '../../../platform/log.js';
import { backoffSeconds } from '../../queue/dispatch-mail.js';
import type { AccountMailQueue, DueAccountMail } from '@cueline/database';
import type { MailWriters } from '../mail-writer.js';
import { sendFromPlatform, type PlatformPorts } from './platform-mail.js';

const AT_ONCE = 20;

export interface AccountMailsPorts extends PlatformPorts {
  readonly mails: AccountMailQueue;
  readonly writer: MailWriters['account'];
}

/**
 * Sends what the API has asked for: invitations, and what is about a password. A link that broke in the middle is tried again: a second copy
 * of the same link harms nobody, and none at all keeps a person out.
 */
export class AccountMails {
  constructor(private readonly ports: AccountMailsPorts) {}

  async sweep(now: Date): Promise<void> {
    const due = await this.ports.mails.claimDue(AT_ONCE);
    await Promise.all(due.map((mail) => this.#send(mail, now)));
  }

  forget(now: Date): Promise<void> {
    return this.ports.mails.forget(now);
  }

  async #send(mail: DueAccountMail, now: Date): Promise<void> {
    const { mails } = this.ports;
    const no = refusal(mail, now);
    if (no) return mails.settle(mail.id, no.state, { code: no.code });
    const outcome = await this.#deliver(mail, now);
    if (outcome.type === 'accepted') return mails.settle(mail.id, 'sent', null);
    if (outcome.type === 'calledOff')
      return mails.settle(mail.id, 'dropped', { code: 'accountMail.replaced' });
    const reason = { code: `smtp.${outcome.type}`, reply: outcome.reply.slice(0, 500) };
    if (outcome.type === 'refused') return mails.settle(mail.id, 'failed', reason);
    log.warn(`A mail about a sign-in (${mail.purpose}) could not leave and is tried again: ${outcome.code}`);
    return mails.postpone(mail.id, backoffSeconds(mail.attempts), reason);
  }

  #deliver(mail: DueAccountMail, now: Date): Promise<SendOutcome> {
    const written = this.ports.writer.write({ about: 'signIn', mail });
    return sendFromPlatform(this.ports, written, now, () => this.ports.mails.isWanted(mail));
  }
}

/** Why a mail does not leave at all. */
function refusal(
  { purpose, isEnded, hasAccount, giveUpAt }: DueAccountMail,
  now: Date,
): { readonly state: 'failed' | 'dropped'; readonly code: string } | undefined {
  if (isEnded) return { state: 'dropped', code: 'accountMail.replaced' };
  // Nobody who asks learns this: the API has answered before, and for every address alike.
  if (purpose !== 'invitation' && !hasAccount) return { state: 'dropped', code: 'accountMail.noAccount' };
  if (giveUpAt <= now) return { state: 'failed', code: 'accountMail.tooLate' };
  return undefined;
}
