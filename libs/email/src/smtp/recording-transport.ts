import type { Delivery, MailTransport, SendOutcome } from './mail-transport.js';

/** The port without a server: keeps what was delivered, and answers as it is told to. For tests and rehearsals. */
export class RecordingTransport implements MailTransport {
  readonly delivered: Delivery[] = [];
  readonly #next: SendOutcome[] = [];

  /** What the next deliveries come to, in their order; without any, each is accepted. */
  willAnswer(...outcomes: readonly SendOutcome[]): this {
    this.#next.push(...outcomes);
    return this;
  }

  async deliver(delivery: Delivery): Promise<SendOutcome> {
    const planned = this.#next.shift();
    const reachesData =
      !planned || planned.type === 'accepted' || ('handedOver' in planned && planned.handedOver);
    if (reachesData && !(await delivery.onHandOver())) return { type: 'calledOff' };
    if (!planned || planned.type === 'accepted') this.delivered.push(delivery);
    return planned ?? { type: 'accepted', reply: '250 2.0.0 recorded' };
  }

  close(): void {
    this.#next.length = 0;
  }
}
