import type { Pool } from 'pg';
import { AccountMailQueue, HeldMails, MailboxNoticeQueue, SendLedger } from '@cueline/database';
import type { TagDelimiter } from '@cueline/email';
import type { DeliveryEvidence } from '@cueline/email/smtp';
import type { NotifyStaffStep, SendMailStep } from '@cueline/workflows';
import type { RunContextRepository } from '../engine/record-context/run-context.repository.js';
import type { RunNotifier } from '../engine/run-notifier.js';
import { MailboxNotices } from '../mail-in/notices/mailbox-notices.js';
import { FirstContacts } from './first-contacts/first-contacts.js';
import { AccountHolds } from './held/account-holds.js';
import { HoldNotices } from './held/hold-notices.js';
import { Delays } from './limits/delays.js';
import { DispatchMail } from './queue/dispatch-mail.js';
import { Ledger } from './queue/ledger.js';
import type { Transports } from './transports/transports.js';
import { AttachedFiles } from './writers/attached-files.js';
import { AccountMails } from './writers/account/account-mails.js';
import { NoticeMails } from './writers/notice/notice-mails.js';
import { SendStep } from './writers/step/send-step.js';
import { TemplateMails } from './writers/step/template-mails.js';
import { TemplateRepository } from './writers/step/template.repository.js';
import { writersOf } from './writers/writers.js';

export interface MailOutPorts {
  readonly pool: Pool;
  readonly contexts: RunContextRepository;
  readonly transports: Transports;
  readonly evidence: DeliveryEvidence;
  readonly notifier: RunNotifier;
  readonly platformDomain: string;
  readonly publicUrl: string;
  /** Signs the links of mails about sign-ins, and the addresses that mails come back to. */
  readonly secret: string;
  readonly bounceDelimiter: TagDelimiter | null;
  /** The platform's receiver takes the answers to its addresses. */
  readonly takesAnswers: boolean;
}

/** The steps that write mails, by their kind. */
export interface MailSteps {
  readonly sendMail: SendStep<SendMailStep>;
  readonly notifyStaff: SendStep<NotifyStaffStep>;
}

export interface MailOut {
  readonly steps: MailSteps;
  readonly mail: DispatchMail;
  readonly ledger: Ledger;
  readonly accountMails: AccountMails;
  readonly holdNotices: HoldNotices;
  readonly mailboxNotices: MailboxNotices;
}

/** Everything that mails leave by. */
export function assembleMailOut(ports: MailOutPorts): MailOut {
  const { pool, transports } = ports;
  const sends = new SendLedger(pool);
  const held = new HeldMails(pool);
  const accounts = new AccountHolds(held);
  const delays = new Delays(sends.queue, held);
  const mail = new DispatchMail(sends, transports, held, accounts, delays, ports);
  const files = new AttachedFiles(pool);
  const firstContacts = new FirstContacts(pool, held);
  const templateMails = new TemplateMails({
    ...ports,
    templates: new TemplateRepository(pool),
    firstContacts,
    files,
  });
  const noticeMails = new NoticeMails(ports);
  const writers = writersOf({ ...ports, templateMails, noticeMails, files });
  return {
    mail,
    steps: {
      sendMail: new SendStep({ sends, mail }, templateMails),
      notifyStaff: new SendStep({ sends, mail }, noticeMails),
    },
    ledger: new Ledger({ ...ports, sends, mail, held, accounts, writers }),
    accountMails: new AccountMails({
      ...ports,
      mails: new AccountMailQueue(pool),
      writer: writers.account,
    }),
    holdNotices: new HoldNotices({ ...ports, held, writer: writers.account }),
    mailboxNotices: new MailboxNotices({
      ...ports,
      mailboxes: new MailboxNoticeQueue(pool),
      writer: writers.account,
    }),
  };
}
