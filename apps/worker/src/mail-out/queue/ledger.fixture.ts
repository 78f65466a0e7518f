import { RunProgress, HeldMails, SendLedger } from '@cueline/database';
import type { Pool } from 'pg';
import type { DeliveryEvidence, MailTransport } from '@cueline/email/smtp';
import { RunContextRepository } from '../../engine/record-context/run-context.repository.js';
import { ReminderMails } from '../writers/reminder/reminder-mails.js';
import { DispatchMail } from './dispatch-mail.js';
import { AccountHolds } from '../held/account-holds.js';
import { Delays } from '../limits/delays.js';
import { Ledger } from './ledger.js';
import { StepMails } from '../writers/step/step-mails.js';
import { RunTeller } from '../../engine/tell-run.js';
import { TemplateRepository } from '../writers/step/template.repository.js';

export const dispatchMail = (pool: Pool, transport: MailTransport): DispatchMail => {
  const sends = new SendLedger(pool);
  const held = new HeldMails(pool);
  return new DispatchMail(sends, transport, held, new AccountHolds(held), new Delays(sends.queue, held));
};

const unknown: DeliveryEvidence = { find: () => Promise.resolve('unknown') };

/** A worker's ledger on a database, without a Temporal to tell runs. */
export function ledgerOf(pool: Pool, transport: MailTransport, evidence = unknown): Ledger {
  const where = { platformDomain: 'mail.test', publicUrl: 'https://cueline.test' };
  const sends = new SendLedger(pool);
  const held = new HeldMails(pool);
  const accounts = new AccountHolds(held);
  const delays = new Delays(sends.queue, held);
  return new Ledger({
    sends,
    held,
    accounts,
    delays,
    evidence,
    mail: new DispatchMail(sends, transport, held, accounts, delays),
    mails: new StepMails({ pool, templates: new TemplateRepository(pool), ...where }),
    reminders: new ReminderMails({ pool, ...where }),
    contexts: new RunContextRepository(pool),
    teller: new RunTeller(new RunProgress(pool), () => undefined),
  });
}
