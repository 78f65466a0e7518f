import type { Socket } from 'node:net';
import { Lines } from './lines.js';
import { fault, StageError } from './stage.js';
import type { Transcript } from './transcript.js';

/** A mailbox of a thousand folders is a large one. */
const ANSWER_LINES = 5_000;

export interface ImapAnswer {
  readonly status: 'OK' | 'NO' | 'BAD';
  /** Of the answer itself, with its response code: `[AUTHENTICATIONFAILED] no`. */
  readonly said: string;
  /** What came before it, without the star. */
  readonly untagged: readonly string[];
}

/** IMAP commands and answers (RFC 3501), as far as a test needs them. */
export class ImapConversation extends Lines {
  #tag = 0;

  constructor(socket: Socket, transcript: Transcript, limitMs: number) {
    super(socket, transcript, limitMs, { nonsense: 'NOTIMAP', mostLines: ANSWER_LINES });
  }

  /** @returns whether the server takes us as signed in already */
  async greeting(): Promise<{ readonly isSignedIn: boolean; readonly said: string }> {
    const line = await this.line();
    const read = /^\* (OK|PREAUTH|BYE)\b ?(.*)$/i.exec(line);
    if (!read) throw fault('NOTIMAP', line);
    if (read[1]!.toUpperCase() === 'BYE') throw refusal(read[2]!);
    return { isSignedIn: read[1]!.toUpperCase() === 'PREAUTH', said: read[2]! };
  }

  /**
   * @param shown what the transcript has, for lines that carry a secret
   * @param more what a server gets that asks for more, each time; nothing after that
   * @throws a refusal of the server
   */
  async command(line: string, shown?: string, more: readonly string[] = []): Promise<ImapAnswer> {
    const tag = `a${++this.#tag}`;
    const rest = [...more];
    this.send(`${tag} ${line}`, shown === undefined ? undefined : `${tag} ${shown}`);
    const untagged: string[] = [];
    for (;;) {
      const said = await this.line();
      if (said.startsWith('+')) this.send(rest.shift() ?? '', '');
      else if (said.startsWith(`${tag} `)) return answerOf(said.slice(tag.length + 1), untagged);
      else if (/^\* BYE\b/i.test(said)) throw refusal(said.slice(6));
      else untagged.push(said.replace(/^\* /, ''));
      if (untagged.length > ANSWER_LINES) throw fault('NOTIMAP', untagged[0]);
    }
  }
}

function answerOf(text: string, untagged: readonly string[]): ImapAnswer {
  const read = /^(OK|NO|BAD)\b ?(.*)$/i.exec(text);
  if (!read) throw fault('NOTIMAP', text);
  const status = read[1]!.toUpperCase() as ImapAnswer['status'];
  if (status !== 'OK') throw refusal(read[2]!);
  return { status, said: read[2]!, untagged };
}

/** With the response code that it begins with (RFC 5530). */
const refusal = (said: string): StageError => {
  const responseCode = /^\[([A-Z-]+)/i.exec(said)?.[1]?.toUpperCase();
  return fault('REPLY', said, undefined, { ...(responseCode && { responseCode }) });
};
