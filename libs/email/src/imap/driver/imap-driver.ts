import type { ImapFlow } from 'imapflow';
import type { Observation, ServerAsk } from '../core/index.js';
import type { MailServer } from '../ports.js';
import * as changes from './changes.js';
import { bodies, flags, headers, survey, uids } from './fetches.js';
import { listen } from './listen.js';
import { list, open } from './folders.js';
import { newConnection, type ImapSettings, type ImapTimeouts } from './imap-connection.js';
import { troubleOf } from './refusals.js';
import { ServerText } from './server-text.js';

export interface ImapOptions {
  /** @param rejected the access token that the server has refused @throws CannotConnect */
  readonly settings: (rejected?: string) => Promise<ImapSettings>;
  readonly random: () => number;
  /** Extensions that this server offers and does not keep. */
  readonly distrusts: readonly string[];
  readonly timeouts?: ImapTimeouts;
}

/** An IMAP server by way of imapflow. Sequence numbers never leave it, and no error does. */
export class ImapDriver implements MailServer {
  #client: ImapFlow | null = null;
  #path: string | null = null;
  /** Why the connection ended, which the library says by an event alone. */
  #fault: Error | undefined;
  #wake: () => void = () => undefined;
  readonly #said = new ServerText();

  constructor(private readonly options: ImapOptions) {}

  async answer(ask: ServerAsk): Promise<Observation> {
    try {
      return await this.#answer(ask);
    } catch (error) {
      const trouble = troubleOf(this.#reasonOf(error), this.options.random());
      if (trouble.saw === 'lost') await this.close();
      return trouble;
    }
  }

  interrupt(): void {
    this.#wake();
  }

  close(): Promise<void> {
    // No LOGOUT: a server that does not answer would keep us.
    this.#client?.close();
    this.#client = null;
    return Promise.resolve();
  }

  async #answer(ask: ServerAsk): Promise<Observation> {
    if (ask.ask === 'connect') return this.#connect();
    const client = this.#client;
    if (!client?.usable) return { saw: 'lost', why: 'NoConnection', chance: this.options.random() };
    switch (ask.ask) {
      case 'list':
        return list(client);
      case 'open':
        this.#path = ask.path;
        return open(client, ask.path, ask.since);
      case 'flags':
        return flags(client, ask.of);
      case 'survey':
        return survey(client, ask.of);
      case 'uids':
        return ask.isSecond ? this.#secondLook() : uids(client, 'search');
      case 'headers':
        return headers(client, ask.uids);
      case 'bodies':
        return bodies(client, ask.uids);
      case 'select':
        return changes.select(client, ask.path);
      case 'search':
        return changes.search(client, ask.mark);
      case 'store':
        return changes.store(client, ask, this.#said);
      case 'move':
        return changes.move(client, ask, this.#said);
      case 'copy':
        return changes.copy(client, ask, this.#said);
      case 'remove':
        return changes.remove(client, ask, this.#said);
      case 'append':
        return changes.append(client, ask, this.#said);
      case 'createFolder':
        return changes.createFolder(client, ask.path);
      case 'renameFolder':
        return changes.renameFolder(client, ask.from, ask.to);
      case 'idle':
        return listen(client, ask.milliseconds, (wake) => (this.#wake = wake));
    }
  }

  async #connect(): Promise<Observation> {
    await this.close();
    this.#client = await this.#signedIn();
    return { saw: 'connected', capabilities: [...this.#client.capabilities.keys()] };
  }

  async #signedIn(): Promise<ImapFlow> {
    const settings = await this.options.settings();
    try {
      return await this.#open(settings);
    } catch (error) {
      // The time of a token is its provider's word; the mail server has the last one.
      if (!isRefusedSignIn(error) || !('accessToken' in settings.secret)) throw error;
      return this.#open(await this.options.settings(settings.secret.accessToken));
    }
  }

  async #open(settings: ImapSettings): Promise<ImapFlow> {
    const { timeouts } = this.options;
    const qresync = !this.#distrusts('QRESYNC');
    const client = newConnection(settings, { qresync, said: this.#said, ...(timeouts && { timeouts }) });
    this.#fault = undefined;
    client.on('error', (error: Error) => (this.#fault ??= error));
    try {
      await client.connect();
      return client;
    } catch (error) {
      client.close();
      throw error;
    }
  }

  #reasonOf(error: unknown): unknown {
    const isBare = (error as { code?: string }).code === 'NoConnection' && !('reason' in Object(error));
    return (isBare ? this.#fault : undefined) ?? error;
  }

  #distrusts(extension: string): boolean {
    return this.options.distrusts.some((one) => one.toUpperCase() === extension);
  }

  /** The same question in another way, to a server that has forgotten who we are. */
  async #secondLook(): Promise<Observation> {
    const fresh = await this.#signedIn();
    try {
      await fresh.mailboxOpen(this.#path!, { readOnly: true });
      return await uids(fresh, 'fetch');
    } finally {
      fresh.close();
    }
  }
}

const isRefusedSignIn = (error: unknown): boolean =>
  (error as { authenticationFailed?: boolean }).authenticationFailed === true;
