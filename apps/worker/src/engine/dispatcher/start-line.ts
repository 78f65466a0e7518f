import type { StartableRun } from './starts.repository.js';

interface Waiting {
  readonly run: StartableRun;
  readonly done: () => void;
}

/** Runs that are to begin: of each studio in their order, and of the studios in turn. */
export class StartLine {
  readonly #studios = new Map<string, Waiting[]>();
  readonly #runs = new Set<string>();

  has(runId: string): boolean {
    return this.#runs.has(runId);
  }

  /** @returns how many runs of a studio stand in line */
  of(studioId: string): number {
    return this.#studios.get(studioId)?.length ?? 0;
  }

  studiosWith(atLeast: number): string[] {
    return [...this.#studios].filter(([, line]) => line.length >= atLeast).map(([studioId]) => studioId);
  }

  /** Settles when the run has begun, or could not. */
  add(run: StartableRun): Promise<void> {
    return new Promise((done) => {
      this.#runs.add(run.id);
      const line = this.#studios.get(run.studioId);
      if (line) line.push({ run, done });
      else this.#studios.set(run.studioId, [{ run, done }]);
    });
  }

  /** The next run of the studio whose turn it is, of those that have a place. */
  next(hasPlace: (studioId: string) => boolean): Waiting | undefined {
    for (const [studioId, line] of this.#studios) {
      if (!hasPlace(studioId)) continue;
      const waiting = line.shift()!;
      // After all others, until its next turn.
      this.#studios.delete(studioId);
      if (line.length > 0) this.#studios.set(studioId, line);
      this.#runs.delete(waiting.run.id);
      return waiting;
    }
    return undefined;
  }
}
