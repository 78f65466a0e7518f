import { PoolThread, type Task } from './pool-thread.js';

export interface PoolLimits {
  readonly threads: number;
  /** Tasks that wait for a thread; more are refused, so that a flood holds no memory. */
  readonly waiting: number;
  /** Of these, one owner's. */
  readonly waitingPerOwner: number;
  /** Of each thread's heap. */
  readonly megabytes: number;
  /** A thread without work is let go after so long. */
  readonly idleMs: number;
}

/** As many tasks wait as may. */
export class PoolFull extends Error {
  constructor() {
    super('As many tasks wait as may.');
    this.name = 'PoolFull';
  }
}

interface Waiting {
  readonly task: Task;
  readonly milliseconds: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Threads for what would hold the event loop. Owners take turns: who brings a hundred tasks waits for them alone. */
export class ThreadPool {
  /** In the order of the turns. */
  readonly #queues = new Map<string, Waiting[]>();
  readonly #running = new Map<string, number>();
  readonly #idle: PoolThread[] = [];
  readonly #threads = new Set<PoolThread>();
  #busy = 0;
  #waiting = 0;
  #closed = false;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly entry: URL,
    private readonly limits: PoolLimits,
  ) {}

  /** Threads that there are at the moment. */
  get size(): number {
    return this.#threads.size;
  }

  /** @throws PoolFull, TaskEnded, and what the task throws */
  run(owner: string, task: Task, milliseconds: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(owner) ?? [];
      const full = this.#waiting >= this.limits.waiting || queue.length >= this.limits.waitingPerOwner;
      if (full || this.#closed) return reject(new PoolFull());
      queue.push({ task, milliseconds, resolve, reject });
      this.#queues.set(owner, queue);
      this.#waiting++;
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idleTimer);
    for (const queue of this.#queues.values()) for (const { reject } of queue) reject(new PoolFull());
    this.#queues.clear();
    await Promise.all([...this.#threads].map((thread) => thread.end(new PoolFull())));
  }

  #next(): void {
    while (this.#busy < this.limits.threads) {
      const owner = this.#turn();
      if (owner === undefined) return;
      const queue = this.#queues.get(owner)!;
      const waiting = queue.shift()!;
      this.#queues.delete(owner);
      // To the end of the turns.
      if (queue.length > 0) this.#queues.set(owner, queue);
      this.#waiting--;
      void this.#do(owner, waiting);
    }
  }

  /** One thread is always for the others, where there are several. */
  #turn(): string | undefined {
    const most = Math.max(1, this.limits.threads - 1);
    for (const owner of this.#queues.keys()) if ((this.#running.get(owner) ?? 0) < most) return owner;
    return undefined;
  }

  async #do(owner: string, { task, milliseconds, resolve, reject }: Waiting): Promise<void> {
    clearTimeout(this.#idleTimer);
    this.#busy++;
    this.#running.set(owner, (this.#running.get(owner) ?? 0) + 1);
    const thread = this.#idle.pop() ?? new PoolThread(this.entry, this.limits.megabytes);
    this.#threads.add(thread);
    try {
      resolve(await thread.run(task, milliseconds));
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.#busy--;
      const left = this.#running.get(owner)! - 1;
      if (left > 0) this.#running.set(owner, left);
      else this.#running.delete(owner);
      if (thread.dead) this.#threads.delete(thread);
      else this.#idle.push(thread);
      this.#next();
      if (this.#busy === 0 && !this.#closed) this.#letGoLater();
    }
  }

  #letGoLater(): void {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      for (const thread of this.#idle.splice(0)) {
        this.#threads.delete(thread);
        void thread.end(new PoolFull());
      }
    }, this.limits.idleMs);
    this.#idleTimer.unref();
  }
}
