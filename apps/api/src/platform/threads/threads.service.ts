import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { PoolFull, TaskEnded, ThreadPool } from '@cueline/thread-pool';
import type { Texts } from '@cueline/workflows/language';
import { availableParallelism } from 'node:os';
import type { Tasks } from '../../tasks/index.js';
import { ProblemError } from '../problems/problem-error.js';

/** Read from the sources (Jest), a thread still needs JavaScript: the built one. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/program/thread.js' : './thread.js',
  import.meta.url,
);
const shared = { waiting: 200, waitingPerOwner: 20, idleMs: 300_000 };
/** In seconds: by then what waits has been done, or ended. */
const AGAIN_AFTER = 2;

/** Budgets of one task: healthy ones take a hundredth. */
export const taskMs = { quick: 3_000, long: 10_000 } as const;

/**
 * Does on other threads what somebody's text could make slow: this one answers all studios. What a person waits for while writing (a preview, the
 * checks of a draft) does not wait for rehearsals.
 */
@Injectable()
export class Threads implements OnModuleDestroy {
  readonly #pools = {
    quick: new ThreadPool(entry, {
      ...shared,
      threads: Math.max(1, availableParallelism() - 1),
      megabytes: 96,
    }),
    long: new ThreadPool(entry, { ...shared, threads: 1, megabytes: 192 }),
  };

  /** @throws ProblemError when it takes too long or too much memory, or when too much waits already */
  async run<Name extends keyof Tasks>(
    studioId: string,
    name: Name,
    input: Parameters<Tasks[Name]>[0],
    kind: keyof typeof taskMs = 'quick',
  ): Promise<ReturnType<Tasks[Name]>> {
    try {
      const done = await this.#pools[kind].run(studioId, { task: name, input }, taskMs[kind]);
      return done as ReturnType<Tasks[Name]>;
    } catch (error) {
      throw problemOf(error);
    }
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.#pools.quick.close(), this.#pools.long.close()]);
  }
}

export const tooCostly = (detail: Texts): ProblemError => new ProblemError('request.tooCostly', detail);

function problemOf(error: unknown): unknown {
  if (error instanceof TaskEnded)
    return tooCostly(
      error.by === 'time'
        ? {
            en: 'This takes longer than one request may. Make the templates or the workflow simpler.',
            de: 'Das dauert länger, als eine Anfrage darf. Vereinfache die Vorlagen oder den Ablauf.',
          }
        : {
            en: 'This takes more memory than one request may. Make the templates or the workflow shorter.',
            de: 'Das braucht mehr Speicher, als eine Anfrage darf. Kürze die Vorlagen oder den Ablauf.',
          },
    );
  if (error instanceof PoolFull)
    return new ProblemError(
      'server.busy',
      {
        en: 'Many previews and rehearsals are being made. Try again in a moment.',
        de: 'Gerade entstehen viele Vorschauen und Proben. Versuche es gleich noch einmal.',
      },
      {
        retryAfterSeconds: AGAIN_AFTER,
      },
    );
  return error;
}
