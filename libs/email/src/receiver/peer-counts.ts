import { receiverLimits } from './receiver-limits.js';

const MINUTE_MS = 60_000;

interface Counts {
  connections: number;
  since: number;
  mails: number;
  recipients: number;
}

/** How much each address asks of the receiver. */
export class PeerCounts {
  readonly #peers = new Map<string, Counts>();

  /** @returns whether it may have one more connection */
  connect(peer: string, now: number): boolean {
    const counts = this.#of(peer, now);
    counts.connections += 1;
    return counts.connections <= receiverLimits.clientsOfOneAddress;
  }

  leave(peer: string, now: number): void {
    const counts = this.#of(peer, now);
    counts.connections -= 1;
    if (counts.connections > 0) return;
    for (const [address, { connections, since }] of this.#peers)
      if (connections <= 0 && now - since > MINUTE_MS) this.#peers.delete(address);
  }

  /** @returns whether it may bring one more in this minute */
  mail(peer: string, now: number): boolean {
    return ++this.#of(peer, now).mails <= receiverLimits.mailsInMinute;
  }

  recipient(peer: string, now: number): boolean {
    return ++this.#of(peer, now).recipients <= receiverLimits.recipientsInMinute;
  }

  #of(peer: string, now: number): Counts {
    const counts = this.#peers.get(peer) ?? { connections: 0, since: now, mails: 0, recipients: 0 };
    if (now - counts.since > MINUTE_MS) Object.assign(counts, { since: now, mails: 0, recipients: 0 });
    this.#peers.set(peer, counts);
    return counts;
  }
}
