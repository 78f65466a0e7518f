import type { Pool } from 'pg';
import {
  ChannelListener,
  Credentials,
  EVENTS_CHANNEL,
  keyRingOf,
  MAILBOXES_CHANNEL,
  OAuthTokens,
  publicUrl,
  readReturnTag,
  RUNS_CHANNEL,
  RunProgress,
  SmtpAccounts,
  WebhookDeliveries,
} from '@cueline/database';
import { oauthClientsOf } from '@cueline/email/oauth';
import type { IncomingPool } from '@cueline/email/incoming/pool';
import { httpEvidence, noEvidence } from '@cueline/email/smtp';
import { AnswersRepository } from './engine/activities/answers.repository.js';
import { IdempotentStep } from './engine/activities/effects/idempotent-step.js';
import { createActivities } from './engine/activities/run-activities.js';
import { DateTriggers } from './clock/date-triggers/date-triggers.js';
import { DateTriggersRepository } from './clock/date-triggers/date-triggers.repository.js';
import { IdempotencyKeys } from './clock/idempotency-keys.js';
import { InvoiceCalendar } from './clock/invoices/invoice-calendar.js';
import { OpenInvoicesRepository } from './clock/invoices/open-invoices.repository.js';
import { Dispatcher } from './engine/dispatcher/dispatcher.js';
import { RunStarter } from './engine/dispatcher/run-starter.js';
import { StartGate } from './engine/dispatcher/start-gate.js';
import { StartsRepository } from './engine/dispatcher/starts.repository.js';
import { RunContextRepository } from './engine/record-context/run-context.repository.js';
import { PutOffRuns } from './engine/put-off/put-off-runs.js';
import type { Configuration } from './platform/configuration.js';
import { log } from './platform/log.js';
import { TemporalRuntime } from './platform/temporal-runtime.js';
import { workerPool } from './platform/worker-pool.js';
import { QuestionsRepository } from './clock/reminders/questions.repository.js';
import { Reminders } from './clock/reminders/reminders.js';
import { MailIntake } from './mail-in/intake/mail-intake.js';
import { mailReader } from './mail-in/intake/reader.js';
import { assembleMailOut } from './mail-out/mail-out.js';
import { accountsOf, Transports } from './mail-out/transports/transports.js';
import { RunNotifier } from './engine/run-notifier.js';
import { Sweeps } from './clock/sweeps.js';
import { assembleMailIn } from './mail-in/mail-in.js';
import { mailPool } from './mail-in/mail-pool.js';
import { receiverOf, type MailReceiver } from './mail-in/receiver/mail-receiver.js';
import { ReceivedMails } from './mail-in/receiver/received-mails.js';
import type { MailWatch } from './mail-in/watch/mail-watch.js';
import { WebhookDeliveryWorker } from './webhooks/delivery-worker.js';

/** Everything a worker process is made of. */
export interface WorkerParts {
  readonly pool: Pool;
  readonly transports: Transports;
  readonly runtime: TemporalRuntime;
  readonly dispatcher: Dispatcher;
  readonly listener: ChannelListener;
  readonly sweeps: Sweeps;
  readonly deliveryWorker: WebhookDeliveryWorker;
  readonly mailWatch: MailWatch;
  /** Where the operator wants one. */
  readonly mailReceiver: MailReceiver | undefined;
  /** Of the mirrors of mailboxes. */
  readonly mailPools: readonly Pool[];
  readonly intake: MailIntake;
  readonly reader: IncomingPool;
}

export function assembleWorker(configuration: Configuration): WorkerParts {
  const pool = workerPool({ url: configuration.DATABASE_URL, max: configuration.WORKER_DATABASE_POOL });
  const ring = keyRingOf(configuration);
  const signIns = {
    allow: configuration.SMTP_ALLOW,
    tokens: new OAuthTokens(pool, ring),
    clients: oauthClientsOf(configuration),
  };
  const transports = new Transports(
    accountsOf(configuration, { ...signIns, accounts: new SmtpAccounts(pool, ring) }),
  );
  const contexts = new RunContextRepository(pool);
  const progress = new RunProgress(pool);
  const notifier = new RunNotifier(progress, () => runtime.client);
  const { steps, ledger, accountMails, holdNotices, mailboxNotices } = assembleMailOut({
    pool,
    contexts,
    transports,
    notifier,
    evidence: configuration.SMTP_EVIDENCE_URL ? httpEvidence(configuration.SMTP_EVIDENCE_URL) : noEvidence,
    platformDomain: configuration.PLATFORM_MAIL_DOMAIN,
    publicUrl: publicUrl(configuration),
    secret: configuration.CUELINE_SECRET,
    bounceDelimiter: configuration.BOUNCE_DELIMITER,
    takesAnswers: configuration.MAIL_RECEIVER_PORT !== undefined,
  });
  const gate = new StartGate();
  const activities = createActivities({
    contexts,
    progress,
    answers: new AnswersRepository(pool),
    mailSteps: steps,
    gate,
    idempotentStep: new IdempotentStep(pool, () => dispatcher.wake()),
    webhooks: { allow: configuration.WEBHOOK_ALLOW, wake: () => deliveryWorker.wake() },
    putOff: { note: (runId) => putOff.note(runId) },
  });
  const runtime: TemporalRuntime = new TemporalRuntime(configuration, activities, () => dispatcher.wake());
  const client = () => runtime.client;
  const putOff = new PutOffRuns(pool, client);
  const starter = new RunStarter(new StartsRepository(pool), client, gate);
  const dispatcher = new Dispatcher(pool, starter);
  const deliveryWorker = new WebhookDeliveryWorker({
    deliveries: new WebhookDeliveries(pool),
    contexts,
    notifier,
    secret: configuration.CUELINE_SECRET,
    allow: configuration.WEBHOOK_ALLOW,
  });
  const reader = mailReader();
  const intake = new MailIntake({
    pool,
    reader,
    sendKeysOf: (studioId, tags) =>
      tags.flatMap((tag) => readReturnTag(configuration.CUELINE_SECRET, studioId, tag) ?? []),
    onEvents: () => dispatcher.wake(),
    warn: log.warn,
  });
  const reminders = new Reminders(
    new QuestionsRepository(pool),
    contexts,
    configuration.PLATFORM_MAIL_DOMAIN,
  );
  const dates = new DateTriggers(new DateTriggersRepository(pool), () => dispatcher.wake());
  const calendar = new InvoiceCalendar(new OpenInvoicesRepository(pool), () => dispatcher.wake());
  const idempotencyKeys = new IdempotencyKeys(pool);
  const receivedMails = new ReceivedMails({
    pool,
    platformDomain: configuration.PLATFORM_MAIL_DOMAIN,
    secret: configuration.CUELINE_SECRET,
    reader,
    wake: () => dispatcher.wake(),
  });
  const mailReceiver = receiverOf(configuration, pool, () => void sweeps.receivedMails());
  const sweeps: Sweeps = new Sweeps({
    holdNotices,
    mailboxNotices,
    dispatcher,
    starter,
    ledger,
    deliveryWorker,
    calendar,
    dates,
    reminders,
    idempotencyKeys,
    accountMails,
    putOff,
    receivedMails,
    intake,
  });
  const mailPools = [
    mailPool({ url: configuration.DATABASE_URL, max: configuration.WORKER_MAIL_POOL }),
    mailPool({ url: configuration.DATABASE_URL, max: 1 }),
  ] as const;
  const mailWatch = assembleMailIn({
    pool: mailPools[0],
    leases: mailPools[1],
    access: { ...signIns, credentials: new Credentials(pool, ring) },
    slots: configuration.WORKER_MAILBOXES,
    afterContents: () => intake.wake(),
  });
  const listener = new ChannelListener(
    configuration.DATABASE_URL,
    {
      [EVENTS_CHANNEL]: () => dispatcher.wake(),
      [RUNS_CHANNEL]: () => void sweeps.signals(),
      [MAILBOXES_CHANNEL]: (mailboxId) => mailWatch.heard(mailboxId),
    },
    log.warn,
  );
  return {
    ...{ pool, transports, runtime, dispatcher, listener, sweeps, deliveryWorker },
    ...{ mailWatch, mailReceiver, mailPools, intake, reader },
  };
}
