import type { Socket } from 'node:net';
import { Lines } from './lines.js';
import { fault } from './stage.js';
import type { Transcript } from './transcript.js';

const REPLY_LINES = 100;

export interface ServerReply {
  readonly code: number;
  /** Without codes. */
  readonly lines: readonly string[];
  /** As it came. */
  readonly said: string;
}

/** SMTP commands and replies. */
export class Conversation extends Lines {
  constructor(socket: Socket, transcript: Transcript, limitMs: number) {
    super(socket, transcript, limitMs, { nonsense: 'NOTSMTP', mostLines: REPLY_LINES });
  }

  /** @param shown what the transcript has, for lines that carry a secret */
  async command(line: string, shown?: string): Promise<ServerReply> {
    this.send(line, shown);
    return this.reply();
  }

  async reply(): Promise<ServerReply> {
    const said: string[] = [];
    const lines: string[] = [];
    for (;;) {
      const line = await this.line();
      const read = /^(\d{3})([ -]|$)(.*)$/.exec(line);
      if (!read) throw fault('NOTSMTP', line);
      said.push(line);
      lines.push(read[3]!);
      if (read[2] !== '-') return { code: Number(read[1]), lines, said: said.join('\n') };
      if (lines.length >= REPLY_LINES) throw fault('NOTSMTP', said[0]);
    }
  }
}
