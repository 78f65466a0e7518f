import type { Pool } from 'pg';
import { ChannelListener, EVENTS_CHANNEL, publicUrl, RUNS_CHANNEL } from '@cueline/database';
import { httpEvidence, noEvidence, nodemailerTransport, type MailTransport } from '@cueline/email/smtp';
import { AccountMails } from './account-mails/account-mails.js';
import { AccountMailsRepository } from './account-mails/account-mails.repository.js';
import { AnswersRepository } from './activities/answers.repository.js';
import { ProgressRepository } from './activities/progress.repository.js';
import { IdempotentStep } from './activities/effects/idempotent-step.js';
import { createActivities } from './activities/run-activities.js';
import { DateTriggers } from './calendar/date-triggers.js';
import { DateTriggersRepository } from './calendar/date-triggers.repository.js';
import { IdempotencyKeys } from './calendar/idempotency-keys.js';
import { InvoiceCalendar } from './calendar/invoice-calendar.js';
import { OpenInvoicesRepository } from './calendar/open-invoices.repository.js';
import { Dispatcher } from './dispatcher/dispatcher.js';
import { RunStarter } from './dispatcher/run-starter.js';
import { StartGate } from './dispatcher/start-gate.js';
import { StartsRepository } from './dispatcher/starts.repository.js';
import { RunContextRepository } from './facts/run-context.repository.js';
import { PutOffRuns } from './failures/put-off-runs.js';
import type { Configuration } from './platform/configuration.js';
import { log } from './platform/log.js';
import { TemporalRuntime } from './platform/temporal-runtime.js';
import { workerPool } from './platform/worker-pool.js';
import { QuestionsRepository } from './reminders/questions.repository.js';
import { ReminderMails } from './reminders/reminder-mails.js';
import { Reminders } from './reminders/reminders.js';
import { DispatchMail } from './send/dispatch-mail.js';
import { AccountHolds } from './send/held/account-holds.js';
import { HoldNotices } from './send/held/hold-notices.js';
import { FirstContacts } from './send/first-contacts.js';
import { HeldMails } from './send/held/held-mails.repository.js';
import { Delays } from './send/limits/delays.js';
import { Ledger } from './send/ledger.js';
import { SendStep } from './send/send-step.js';
import { SendRepository } from './send/send.repository.js';
import { StepMails } from './send/step-mails.js';
import { RunTeller } from './send/tell-run.js';
import { TemplateRepository } from './send/template.repository.js';
import { Sweeps } from './sweeps.js';
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
  const progress = new ProgressRepository(pool);
  const sends = new SendRepository(pool);
  const held = new HeldMails(pool);
  const accounts = new AccountHolds(held);
  const delays = new Delays(pool, held);
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
  const holdNotices = new HoldNotices({ pool, transport, ...where });
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
