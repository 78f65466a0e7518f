import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from '@jest/globals';
import { Credentials, keyRingOf } from '@cueline/database';
import type { MirroredMailbox } from '../mirror/mirror-suite.fixture.js';
import { hasRealTimes, shortTimes } from './watch-suite.fixture.js';

const program = fileURLToPath(new URL('watch-process.fixture.mjs', import.meta.url));
const secret = 'a secret of more than thirty-two characters';

export interface Process {
  readonly child: ChildProcess;
  /** What became of its writes. */
  readonly lines: string[];
}

/** Workers that are processes, to be killed and stopped. With WATCH_REAL_TIMES they have the product's own times. */
export class WatchProcesses {
  #folder = '';
  readonly #all: Process[] = [];

  constructor(private readonly suite: { readonly mailbox: MirroredMailbox }) {
    beforeEach(() => void (this.#folder = mkdtempSync(path.join(tmpdir(), 'cueline-watch-'))));
    afterEach(async () => {
      for (const { child } of this.#all.splice(0)) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }
      rmSync(this.#folder, { recursive: true, force: true });
    });
  }

  /** The boundaries of the sync at which a process has ended. */
  get passed(): string[] {
    const file = path.join(this.#folder, 'passed');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  }

  async withPassword(): Promise<void> {
    const { studio, key } = this.suite.mailbox;
    const ring = keyRingOf({ CREDENTIAL_KEYS: [], CUELINE_SECRET: secret });
    const stored = { kind: 'password', secret: 'x', expiresAt: null } as const;
    const id = await new Credentials(studio.pool, ring).create(studio.id, stored);
    await studio.rows('UPDATE mailboxes SET credential_id = $1 WHERE id = $2', id, key.mailboxId);
  }

  begin(boundaries: readonly string[] = [], signal = 'SIGKILL'): Process {
    const times = hasRealTimes ? '' : JSON.stringify(shortTimes);
    const env = {
      ...process.env,
      DATABASE_URL: this.suite.mailbox.studio.url,
      CUELINE_SECRET: secret,
      PASSED: path.join(this.#folder, 'passed'),
      BOUNDARIES: boundaries.join(','),
      SIGNAL: signal,
      TIMES: times,
    };
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop()!;
      lines.push(...parts);
    });
    const one = { child, lines };
    this.#all.push(one);
    return one;
  }
}
