import { RunProgress } from '@cueline/database';
import type { Pool } from 'pg';
import type { DeliveryEvidence, MailTransport } from '@cueline/email/smtp';
import { RunContextRepository } from '../engine/record-context/run-context.repository.js';
import { RunNotifier } from '../engine/run-notifier.js';
import { assembleMailOut, type MailOut } from './mail-out.js';
import { fixedAccount, Transports } from './transports/transports.js';

const unknown: DeliveryEvidence = { find: () => Promise.resolve('unknown') };

export const secret = 'a secret of more than thirty-two characters';

/** All mail through one transport. */
export const transportsOf = (transport: MailTransport): Transports =>
  new Transports({
    platform: () => fixedAccount('platform', () => transport),
    smtp: (_studioId, { accountId }) => fixedAccount(`smtp:${accountId}`, () => transport),
  });

/** A worker's mail out on a database, without a Temporal to tell runs. */
export const mailOutOf = (
  pool: Pool,
  transport: MailTransport | Transports,
  evidence = unknown,
  takesAnswers = false,
): MailOut =>
  assembleMailOut({
    pool,
    transports: transport instanceof Transports ? transport : transportsOf(transport),
    evidence,
    contexts: new RunContextRepository(pool),
    notifier: new RunNotifier(new RunProgress(pool), () => undefined),
    platformDomain: 'mail.test',
    publicUrl: 'https://cueline.test',
    secret,
    bounceDelimiter: '+',
    takesAnswers,
  });
