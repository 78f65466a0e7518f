import type { MailServer, Observation, ServerAsk } from '@cueline/email/imap';

/** Answers that may be many megabytes, or many rows. */
const isHeavy = ({ ask }: ServerAsk): boolean => ask === 'bodies' || ask === 'survey';

const changes: ReadonlySet<ServerAsk['ask']> = new Set([
  ...(['store', 'move', 'copy', 'remove', 'append', 'createFolder', 'renameFolder'] as const),
]);

export interface ServerWatch {
  /** Whether the others still take this worker for alive: the fence of the database does not reach the mail server. */
  readonly isSure: () => boolean;
  /** Before something heavy is asked for. */
  heavy(): Promise<void>;
  /** INBOX was read, and its server has answered. */
  proven(): void;
  /** Mails in each folder, by the server's count. */
  counted(mails: ReadonlyMap<string, number>): void;
}

/** A server whose answers are also looked at for how the mailbox is. */
export class WatchedServer implements MailServer {
  #isInboxOpen = false;

  constructor(
    private readonly server: MailServer,
    private readonly watch: ServerWatch,
  ) {}

  async answer(ask: ServerAsk): Promise<Observation> {
    if (changes.has(ask.ask) && !this.watch.isSure()) return this.#leave();
    if (isHeavy(ask)) await this.watch.heavy();
    const seen = await this.server.answer(ask);
    if (seen.saw === 'listed')
      this.watch.counted(new Map(seen.folders.map(({ path, status }) => [path, status?.exists ?? 0])));
    const isAnswered = seen.saw !== 'lost' && seen.saw !== 'refused';
    if (ask.ask === 'open' || ask.ask === 'select')
      this.#isInboxOpen = isAnswered && ask.path.toUpperCase() === 'INBOX';
    if (ask.ask === 'connect') this.#isInboxOpen = false;
    if (isAnswered && this.#isInboxOpen && ask.ask !== 'list') this.watch.proven();
    return seen;
  }

  /** It was stopped for a while, or its database is away: another may have the mailbox, and is told of by the next write. */
  async #leave(): Promise<Observation> {
    await this.server.close();
    return { saw: 'lost', why: 'The heartbeat is late.', chance: Math.random() };
  }

  interrupt(): void {
    this.server.interrupt();
  }

  close(): Promise<void> {
    return this.server.close();
  }
}
