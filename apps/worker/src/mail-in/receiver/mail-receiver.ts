import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { inTransaction, received } from '@cueline/database';
import { SmtpReceiver, type HandedOver } from '@cueline/email/receiver';
import { log } from '../../platform/log.js';
import type { ReceiverTls } from '../../platform/receiver-tls.js';
import { replyRecipientOf, type ReplyAddressSources, type ReplyRecipient } from './reply-addresses.js';

/** Another worker of this machine may have the port, and give it back. */
const LISTEN_AGAIN_MS = 5_000;

export interface MailReceiverPorts extends ReplyAddressSources {
  readonly pool: Pool;
  readonly port: number;
  readonly host: string;
  readonly tls?: ReceiverTls;
  /** Mails have been stored. */
  readonly stored: () => void;
}

/** Takes the answers to the platform's addresses: each is in the database before it is acknowledged. */
export class MailReceiver {
  readonly #server: SmtpReceiver<ReplyRecipient>;
  #again: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(private readonly ports: MailReceiverPorts) {
    const { platformDomain: domain, tls } = ports;
    this.#server = new SmtpReceiver({
      domain,
      ...(tls && { tls }),
      recipientOf: (address) => logged(replyRecipientOf(ports, address)),
      store: (mail) => logged(this.#store(mail)),
    });
  }

  /** @returns the port; undefined while another process has it */
  async start(): Promise<number | undefined> {
    const { port, host } = this.ports;
    try {
      return await this.#server.listen(port, host);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (!this.#isClosed) this.#again = setTimeout(() => void logged(this.start()), LISTEN_AGAIN_MS);
      return undefined;
    }
  }

  async stop(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#again);
    await this.#server.close();
  }

  async #store({ sender, recipients, content, from, protocol }: HandedOver<ReplyRecipient>): Promise<string> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const ids = await inTransaction(this.ports.pool, async (on) => {
      const stored: string[] = [];
      for (const { studioId, address: recipient, sendKey } of recipients) {
        const trace = `Received: ${from}\r\n\tby ${this.ports.platformDomain} with ${protocol}; ${new Date().toUTCString()}\r\n`;
        const row = await received.insertReceived.first(on, {
          ...{ studioId, recipient, sendKey, sha256, sender: sender.toLowerCase() },
          content: Buffer.concat([Buffer.from(trace, 'latin1'), content]),
        });
        stored.push(row!.id);
      }
      return stored;
    });
    this.ports.stored();
    return ids[0] ?? '';
  }
}

/** The server that brings the mail is put off, and comes again. */
async function logged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    log.warn('A mail could not be received', error);
    throw error;
  }
}

interface ReceiverConfiguration {
  readonly MAIL_RECEIVER_PORT?: number | undefined;
  readonly MAIL_RECEIVER_HOST: string;
  readonly PLATFORM_MAIL_DOMAIN: string;
  readonly CUELINE_SECRET: string;
  readonly receiverTls?: ReceiverTls | undefined;
}

/** The receiver that the operator wants; undefined without a port for it. */
export function receiverOf(
  { MAIL_RECEIVER_PORT: port, receiverTls: tls, ...configuration }: ReceiverConfiguration,
  pool: Pool,
  stored: () => void,
): MailReceiver | undefined {
  if (port === undefined) return undefined;
  return new MailReceiver({
    ...{ pool, port, stored, ...(tls && { tls }) },
    host: configuration.MAIL_RECEIVER_HOST,
    platformDomain: configuration.PLATFORM_MAIL_DOMAIN,
    secret: configuration.CUELINE_SECRET,
  });
}
