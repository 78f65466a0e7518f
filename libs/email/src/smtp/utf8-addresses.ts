import { createTransport } from 'nodemailer';

/** How long an answer of the server counts. */
const KNOWN_MS = 10 * 60_000;

const ignore = () => undefined;

/** A domain can be written in ASCII, what stands before the @ cannot (RFC 6531 3.2). */
export const needsUtf8 = (address: string): boolean =>
  /[^\0-\x7f]/.test(address.slice(0, address.lastIndexOf('@')));

/**
 * Whether a server takes such addresses. It is asked over a connection of its own, since the pool sends MAIL FROM before it says what the server has
 * offered; few mails need to know.
 */
export class Utf8Addresses {
  #known: { readonly offered: boolean; readonly at: number } | undefined;

  constructor(private readonly options: object) {}

  /** @throws what nodemailer does when the server cannot be reached, or refuses the sign-in */
  async areOffered(now = performance.now()): Promise<boolean> {
    if (!this.#known || now - this.#known.at > KNOWN_MS)
      this.#known = { offered: await this.#ask(), at: now };
    return this.#known.offered;
  }

  async #ask(): Promise<boolean> {
    let offered = false;
    const debug = ({ tnx }: { readonly tnx?: string }, line: string) => {
      // What was offered before STARTTLS counts no more (RFC 3207 4.2).
      if (tnx === 'client' && /^EHLO /i.test(line)) offered = false;
      if (tnx === 'server' && /^250[ -]SMTPUTF8\b/im.test(line)) offered = true;
    };
    const logger = { trace: ignore, debug, info: ignore, warn: ignore, error: ignore, fatal: ignore };
    const connection = createTransport({ ...this.options, pool: false, logger, debug: true });
    try {
      await connection.verify();
      return offered;
    } finally {
      connection.close();
    }
  }
}
