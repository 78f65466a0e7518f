import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { AccountMails } from '../mail-out/writers/account/account-mails.js';
import type { ReceivedMails } from '../mail-in/receiver/received-mails.js';
import type { PutOffRuns } from '../engine/put-off/put-off-runs.js';
import type { Dispatcher } from '../engine/dispatcher/dispatcher.js';
import type { RunStarter } from '../engine/dispatcher/run-starter.js';
import type { MailIntake } from '../mail-in/intake/mail-intake.js';
import { log } from '../platform/log.js';
import type { Ledger } from '../mail-out/queue/ledger.js';
import type { WebhookDeliveryWorker } from '../webhooks/delivery-worker.js';

/** A run that has not begun by now was left behind. */
const LEFT_BEHIND_MS = 3_000;

interface Sweep {
  sweep(now: Date): Promise<void>;
}

interface Swept {
  readonly dispatcher: Dispatcher;
  readonly starter: RunStarter;
  readonly ledger: Ledger;
  readonly deliveryWorker: Pick<WebhookDeliveryWorker, 'sweep'>;
  readonly calendar: Sweep;
  readonly dates: Sweep;
  readonly reminders: Sweep;
  readonly holdNotices: Sweep;
  readonly mailboxNotices: Sweep;
  readonly idempotencyKeys: Sweep;
  readonly accountMails: Pick<AccountMails, 'sweep' | 'forget'>;
  readonly putOff: Pick<PutOffRuns, 'sweep'>;
  readonly receivedMails: Pick<ReceivedMails, 'sweep'>;
  readonly intake: Pick<MailIntake, 'sweep'>;
}

/** The sweeps behind every quick path: whatever a crash, a lost notification or a server that was away has left lying. */
@Injectable()
export class Sweeps {
  readonly #busy = new Set<string>();
  #stopped = false;

  constructor(private readonly what: Swept) {}

  @Interval(1_000)
  events(): void {
    this.what.dispatcher.wake();
  }

  @Interval(1_000)
  async starts(): Promise<void> {
    await this.#alone('starts', () => this.what.starter.startLeftBehind(LEFT_BEHIND_MS));
  }

  @Interval(1_000)
  async putOff(): Promise<void> {
    await this.#alone('runs that were put off', () => this.what.putOff.sweep());
  }

  /** What people requested of runs is told at once; what comes while that is under way, is told as well. */
  @Interval(1_000)
  async signals(): Promise<void> {
    await this.#alone('signals', () => this.what.starter.deliverSignals());
  }

  @Interval(1_000)
  async sends(): Promise<void> {
    await this.#alone('sends', () => this.what.ledger.begin());
  }

  @Interval(1_000)
  async webhooks(): Promise<void> {
    await this.#alone('webhooks', () => this.what.deliveryWorker.sweep());
  }

  @Interval(2_000)
  async dateTriggers(): Promise<void> {
    await this.#alone('date triggers', () => this.what.dates.sweep(new Date()));
  }

  @Interval(15_000)
  async invoices(): Promise<void> {
    await this.#alone('invoices', () => this.what.calendar.sweep(new Date()));
  }

  @Interval(2_000)
  async reminders(): Promise<void> {
    await this.#alone('reminders', () => this.what.reminders.sweep(new Date()));
  }

  @Interval(600_000)
  async idempotencyKeys(): Promise<void> {
    await this.#alone('idempotency keys', () => this.what.idempotencyKeys.sweep(new Date()));
  }

  @Interval(1_000)
  async accountMails(): Promise<void> {
    await this.#alone('account mails', () => this.what.accountMails.sweep(new Date()));
  }

  @Interval(1_000)
  async receivedMails(): Promise<void> {
    await this.#alone('received mails', () => this.what.receivedMails.sweep());
  }

  @Interval(600_000)
  async forgottenAccounts(): Promise<void> {
    await this.#alone('forgotten accounts', () => this.what.accountMails.forget(new Date()));
  }

  /** Fetched mails are filed at once; this files mails of ours, and what a worker that died has left. */
  @Interval(1_000)
  async intake(): Promise<void> {
    await this.#alone('mails to be filed', () => this.what.intake.sweep());
  }

  @Interval(60_000)
  async holdNotices(): Promise<void> {
    await this.#alone('notices of held mails', () => this.what.holdNotices.sweep(new Date()));
  }

  @Interval(60_000)
  async mailboxNotices(): Promise<void> {
    await this.#alone('notices of mailboxes', () => this.what.mailboxNotices.sweep(new Date()));
  }

  stop(): void {
    this.#stopped = true;
  }

  /** One sweep of a kind at a time in this process; one that fails says so and comes again. */
  async #alone(name: string, work: () => Promise<void>): Promise<void> {
    if (this.#stopped || this.#busy.has(name)) return;
    this.#busy.add(name);
    try {
      await work();
    } catch (error) {
      log.warn(`The sweep of ${name} failed`, error);
    } finally {
      this.#busy.delete(name);
    }
  }
}
