import { cleanReply } from '../../smtp/reply.js';

const MOST_LINES = 200;
const HIDDEN = '•••';

/** What went over the wire, without what signs in: neither a password or token nor any form in which one travels. */
export class Transcript {
  readonly lines: string[] = [];
  readonly #secrets: readonly string[];

  /** @param secrets passwords and tokens; what a server repeats of them is hidden, too */
  constructor(secrets: readonly string[]) {
    this.#secrets = secrets
      .filter((one) => one.length > 0)
      .flatMap((one) => [one, Buffer.from(one).toString('base64'), encodeURIComponent(one)])
      .sort((a, b) => b.length - a.length);
  }

  client(line: string): void {
    this.#add('C', line);
  }

  /** A line of which only its verb may be known. */
  secret(shown = ''): void {
    this.#add('C', `${shown}${HIDDEN}`);
  }

  server(line: string): void {
    this.#add('S', line);
  }

  note(line: string): void {
    this.#add('*', line);
  }

  hidden(text: string): string {
    return this.#secrets.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
  }

  #add(who: string, line: string): void {
    if (this.lines.length < MOST_LINES) this.lines.push(`${who}: ${cleanReply(this.hidden(line))}`);
  }
}
