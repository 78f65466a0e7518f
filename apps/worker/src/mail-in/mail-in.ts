import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Pool } from 'pg';
import { MailLeases, type HeldMailbox, type WatchedMailbox } from '@cueline/database';
import type { ImapTimeouts } from '@cueline/email/imap-driver';
import type { MailboxAccess } from './connect/mailbox-settings.js';
import { HostPace } from './watch/host-pace.js';
import { ImportTurns } from './watch/import-turns.js';
import { DEAD_AFTER_S, MailWatch, type WatchPorts } from './watch/mail-watch.js';
import { restFor } from './watch/rest.js';
import { Watcher } from './watch/watcher.js';

export interface MailInPorts {
  /** For the mirrors of mailboxes. */
  readonly pool: Pool;
  /** For heartbeats and claims, which wait for no mirror. */
  readonly leases: Pool;
  readonly access: MailboxAccess;
  /** Mailboxes that this worker can hold. */
  readonly slots: number;
  /** Bytes of mails of a mailbox have been stored. */
  readonly afterContents: (mailbox: HeldMailbox) => void;
  /** Shorter ones, for tests. */
  readonly times?: NonNullable<WatchPorts['times']> & {
    readonly deadAfter: number;
    readonly imap: ImapTimeouts;
  };
}

/** Everything that mailboxes are read by. */
export function assembleMailIn(ports: MailInPorts): MailWatch {
  const { pool, access, afterContents, times } = ports;
  const worker = {
    id: `${hostname()} ${process.pid} ${randomUUID()}`,
    slots: ports.slots,
    version: process.version,
  };
  const never = new AbortController().signal;
  const pace = new HostPace(
    () => performance.now(),
    (milliseconds) => restFor(milliseconds, never),
  );
  const turns = new ImportTurns();
  const watch = ({ lease, revision }: WatchedMailbox) =>
    new Watcher(
      {
        pool,
        access,
        pace,
        turns,
        isSure: () => mailWatch.isSure,
        afterContents,
        ...(times && { timeouts: times.imap }),
      },
      lease,
      revision,
    );
  const mailWatch: MailWatch = new MailWatch({
    leases: new MailLeases(ports.leases, worker, times?.deadAfter ?? DEAD_AFTER_S),
    watch,
    ...(times && { times }),
  });
  return mailWatch;
}
