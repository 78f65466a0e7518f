import { Worker } from 'node:worker_threads';

/** A task was ended from outside: it took too long, or too much memory. */
export class TaskEnded extends Error {
  constructor(readonly by: 'time' | 'memory') {
    super(`The task was ended: it took too much ${by}.`);
    this.name = 'TaskEnded';
  }
}

export interface Task {
  readonly task: string;
  readonly input: unknown;
}
export type ThreadMessage =
  'ready' | { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Error };

/** For a thread to load its code, on a machine that is busy with much else. */
const STARTING_MS = 20_000;
/** A task that computes no more than it may, on a machine that is busy with much else, is ended after this many times its budget. */
const LONGEST = 5;

interface Running {
  readonly milliseconds: number;
  /** What the thread had computed before it. */
  before: Promise<number | undefined>;
  began: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One thread that does one task after the other. A task that goes beyond its bounds takes the thread with it. */
export class PoolThread {
  readonly #worker: Worker;
  #ready = false;
  #dead = false;
  #running: Running | undefined;
  #timer: NodeJS.Timeout | undefined;
  #last: NodeJS.Timeout | undefined;

  constructor(entry: URL, megabytes: number) {
    const worker = new Worker(entry, {
      // Nothing of the process is the thread's: no environment, no arguments, no output.
      env: {},
      argv: [],
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    });
    this.#worker = worker;
    worker.on('message', (message: ThreadMessage) => this.#hear(message));
    worker.on('error', (error: NodeJS.ErrnoException) =>
      this.#die(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TaskEnded('memory') : error),
    );
    worker.on('exit', () => this.#die(new Error('A thread ended in the middle of its task.')));
    // Last: a listener added later would hold the process open again.
    worker.unref();
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** @param milliseconds that the task may compute, from when the thread has its code @throws TaskEnded */
  run(task: Task, milliseconds: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const running = { milliseconds, before: Promise.resolve(undefined), began: 0, resolve, reject };
      this.#running = running;
      if (this.#ready) this.#begin(running);
      else this.#allow(STARTING_MS, () => this.#endTask());
      try {
        this.#worker.postMessage(task);
      } catch (error) {
        this.#settle((running) => running.reject(error instanceof Error ? error : new Error(String(error))));
      }
    });
  }

  async end(error: Error): Promise<void> {
    this.#die(error);
    await this.#worker.terminate();
  }

  #hear(message: ThreadMessage): void {
    if (message === 'ready') {
      this.#ready = true;
      if (this.#running) this.#begin(this.#running);
    } else if (message.ok) this.#settle((running) => running.resolve(message.value));
    else this.#settle((running) => running.reject(message.error));
  }

  #begin(running: Running): void {
    running.began = performance.now();
    running.before = this.#computed();
    // A thread within native code answers nobody.
    this.#last = setTimeout(() => this.#endTask(), LONGEST * running.milliseconds);
    this.#allow(running.milliseconds, () => void this.#check(running));
  }

  /** The budget has passed on the clock: what counts is what the thread has computed. */
  async #check(running: Running): Promise<void> {
    const clock = performance.now() - running.began;
    const [before, now] = await Promise.all([running.before, this.#computed()]);
    if (this.#running !== running) return;
    const computed = before === undefined || now === undefined ? clock : now - before;
    const left = running.milliseconds - computed;
    if (left > 1) this.#allow(Math.max(left, 20), () => void this.#check(running));
    else this.#endTask();
  }

  /** Milliseconds; undefined where the runtime cannot say, or the thread has ended. */
  async #computed(): Promise<number | undefined> {
    if (typeof this.#worker.cpuUsage !== 'function') return undefined;
    try {
      const { user, system } = await this.#worker.cpuUsage();
      return (user + system) / 1_000;
    } catch {
      return undefined;
    }
  }

  #endTask(): void {
    void this.end(new TaskEnded('time'));
  }

  #allow(milliseconds: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, milliseconds);
  }

  #die(error: Error): void {
    this.#dead = true;
    this.#settle((running) => running.reject(error));
  }

  #settle(settle: (running: Running) => void): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#last);
    const running = this.#running;
    this.#running = undefined;
    if (running) settle(running);
  }
}
