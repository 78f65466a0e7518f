import type { MailboxFacts, Observation, Phase, ServerAsk } from '../core/index.js';
import { drive } from '../drive.js';
import { sha256 } from './mails.fixture.js';
import type { Placement } from './memory-placements.fixture.js';
import { MemoryStore } from './memory-store.fixture.js';
import { SimulatedMailbox } from './simulated-mailbox.fixture.js';
import { SimulatedServer, type Extension, type Fault } from './simulated-server.fixture.js';

export const MINUTE = 60_000;
export const CONNECTED_AT = Date.parse('2027-06-09T10:00:00Z');

/** A mailbox, what we know of it, and a clock that runs as fast as it can. */
export class Story {
  now = CONNECTED_AT;
  readonly store: MemoryStore;
  readonly server: SimulatedServer;
  readonly phases: Phase[] = [];
  /** Called after each answer of the server. */
  fault: Fault = (_, answer) => answer;

  constructor(
    readonly mailbox: SimulatedMailbox = new SimulatedMailbox('Sent', 'Archive', 'Work'),
    extensions?: readonly Extension[],
    facts: Partial<MailboxFacts> = {},
  ) {
    const defaults = { connectedAt: CONNECTED_AT, distrusts: [], syncs: 'all', sentCopy: 'unknown' } as const;
    this.store = new MemoryStore(() => this.now, { ...defaults, ...facts });
    this.server = new SimulatedServer(mailbox, extensions);
    this.server.fault = (ask, answer) => this.#timed(ask, answer);
  }

  /** A worker holds the mailbox for so long, beginning with what is stored. */
  async run(minutes: number): Promise<void> {
    const end = this.now + minutes * MINUTE;
    const stop = new AbortController();
    const check = () => this.now >= end && stop.abort();
    await drive({
      ...{ server: this.server, store: this.store, now: () => this.now, stop: stop.signal },
      rest: (until = end) => {
        this.now = Math.max(this.now, until);
        check();
        return Promise.resolve();
      },
      onState: ({ phase }) => {
        check();
        if (this.phases.at(-1)?.is !== phase.is) this.phases.push(phase);
      },
    });
    await this.server.close();
  }

  #timed(ask: ServerAsk, answer: Observation): Observation {
    const seen = this.fault(ask, answer);
    const isIdle = ask.ask === 'idle' && seen.saw === 'noticed' && !seen.isChange;
    this.now += isIdle ? ask.milliseconds : 20;
    return seen;
  }

  local(): Record<string, string[]> {
    return linesOf(this.store);
  }

  remote(): Record<string, string[]> {
    return sortedIn(
      [...this.mailbox.folders].map(([path, { mails }]) => [
        path,
        mails.map((one) => lineOf(one.uid, [...one.flags], sha256(one.bytes))),
      ]),
    );
  }
}

/** What is known, message by message: where it lies, its flags and its bytes. */
export function linesOf(store: MemoryStore): Record<string, string[]> {
  const contentOf = ({ content, isUnreadable }: Placement) =>
    content ?? (isUnreadable ? 'unreadable' : 'no content');
  return sortedIn(
    store
      .folders()
      .map(({ id, path }): [string, string[]] => [
        path,
        store.placements.in(id).map((one) => lineOf(one.uid, one.flags, contentOf(one))),
      ]),
  );
}

const lineOf = (uid: number, flags: readonly string[], content: string) =>
  `${String(uid).padStart(6, '0')} ${[...flags].sort().join(' ')} ${content}`;

const sortedIn = (folders: readonly [string, string[]][]) =>
  Object.fromEntries(
    [...folders].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, lines]) => [path, lines.sort()]),
  );
