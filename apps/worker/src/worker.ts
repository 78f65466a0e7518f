import type { Pool } from 'pg';
import {
  ChannelListener,
  EVENTS_CHANNEL,
  publicUrl,
  RUNS_CHANNEL,
  RunProgress,
  HeldMails,
  SendLedger,
} from '@cueline/database';
import { httpEvidence, noEvidence, nodemailerTransport, type MailTransport } from '@cueline/email/smtp';
import { AccountMails } from './mail-out/writers/account/account-mails.js';
import { AccountMailsRepository } from './mail-out/writers/account/account-mails.repository.js';
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
import { ReminderMails } from './mail-out/writers/reminder/reminder-mails.js';
import { Reminders } from './clock/reminders/reminders.js';
import { DispatchMail } from './mail-out/queue/dispatch-mail.js';
import { AccountHolds } from './mail-out/held/account-holds.js';
import { HoldNotices } from './mail-out/held/hold-notices.js';
import { FirstContacts } from './mail-out/first-contacts/first-contacts.js';
import { Delays } from './mail-out/limits/delays.js';
import { Ledger } from './mail-out/queue/ledger.js';
import { SendStep } from './mail-out/writers/step/send-step.js';
import { StepMails } from './mail-out/writers/step/step-mails.js';
import { RunTeller } from './engine/tell-run.js';
import { TemplateRepository } from './mail-out/writers/step/template.repository.js';
import { Sweeps } from './clock/sweeps.js';
import { WebhookDeliveryWorker } from './webhooks/delivery-worker.js';
import { WebhookRepository } from './webhooks/webhook.repository.js';

/** Everything a worker process is made of. */
export interface WorkerParts {
  readonly pool: Pool;
  readonly transport: MailTransport;
  readonly runtime: TemporalRuntime;
  readonly dispatcher: Dispatcher;
  readonly listener: ChannelListener;
  readonly sweeps: Sweeps;
  readonly deliveryWorker: WebhookDeliveryWorker;
}

export function assembleWorker(configuration: Configuration): WorkerParts {
  const pool = workerPool({ url: configuration.DATABASE_URL, max: configuration.WORKER_DATABASE_POOL });
  const transport = nodemailerTransport({ url: configuration.SMTP_URL });
  const contexts = new RunContextRepository(pool);
  const progress = new RunProgress(pool);
  const sends = new SendLedger(pool);
  const held = new HeldMails(pool);
  const accounts = new AccountHolds(held);
  const delays = new Delays(sends.queue, held);
  const mail = new DispatchMail(sends, transport, held, accounts, delays);
  const where = { platformDomain: configuration.PLATFORM_MAIL_DOMAIN, publicUrl: publicUrl(configuration) };
  const mails = new StepMails({ pool, templates: new TemplateRepository(pool), ...where });
  const ports = { sends, mail, mails, firstContacts: new FirstContacts(pool, held) };
  const gate = new StartGate();
  const activities = createActivities({
    contexts,
    progress,
    answers: new AnswersRepository(pool),
    sendStep: new SendStep(ports),
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
  const evidence = configuration.SMTP_EVIDENCE_URL
    ? httpEvidence(configuration.SMTP_EVIDENCE_URL)
    : noEvidence;
  const teller = new RunTeller(progress, client);
  const ledger = new Ledger({
    ...ports,
    held,
    accounts,
    delays,
    contexts,
    evidence,
    reminders: new ReminderMails({ pool, ...where }),
    teller,
  });
  const deliveryWorker = new WebhookDeliveryWorker({
    deliveries: new WebhookRepository(pool),
    contexts,
    teller,
    secret: configuration.CUELINE_SECRET,
    allow: configuration.WEBHOOK_ALLOW,
  });
  const reminders = new Reminders(new QuestionsRepository(pool), contexts, where.platformDomain);
  const dates = new DateTriggers(new DateTriggersRepository(pool), () => dispatcher.wake());
  const calendar = new InvoiceCalendar(new OpenInvoicesRepository(pool), () => dispatcher.wake());
  const idempotencyKeys = new IdempotencyKeys(pool);
  const accountMails = new AccountMails({
    mails: new AccountMailsRepository(pool),
    transport,
    secret: configuration.CUELINE_SECRET,
    ...where,
  });
  const holdNotices = new HoldNotices({ held, transport, ...where });
  const sweeps = new Sweeps({
    holdNotices,
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
  });
  const listener = new ChannelListener(
    configuration.DATABASE_URL,
    {
      [EVENTS_CHANNEL]: () => dispatcher.wake(),
      [RUNS_CHANNEL]: () => void sweeps.signals(),
    },
    log.warn,
  );
  return { pool, transport, runtime, dispatcher, listener, sweeps, deliveryWorker };
}
