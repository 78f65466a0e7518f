import { Worker } from 'node:worker_threads';
import type {
  BudgetName,
  Formats,
  RenderedTemplate,
  TemplatePart,
  TemplateProblem,
  TemplateSource,
  UsedField,
  Value,
} from '../templates/index.js';

export interface PreviewRequest {
  readonly source: TemplateSource;
  readonly data: Readonly<Record<string, Value>>;
  readonly formats: Formats;
}

export type PreviewResult =
  | { readonly outcome: 'rendered'; readonly mail: RenderedTemplate; readonly fields: readonly UsedField[] }
  | { readonly outcome: 'broken'; readonly problems: readonly TemplateProblem[] }
  /** The evaluator's own budgets ended it (explainBudget has the words). */
  | { readonly outcome: 'tooCostly'; readonly budget: BudgetName; readonly part: TemplatePart }
  /** The thread was ended from outside: it took too long, or too much memory. */
  | { readonly outcome: 'ended'; readonly by: 'time' | 'memory' };

export interface SandboxLimits {
  /** For one request; a healthy template takes one. */
  readonly milliseconds: number;
  /** Of the thread's heap. */
  readonly megabytes: number;
  /** Requests that wait for the thread; more are refused with an error, so that a flood holds no memory. */
  readonly waiting: number;
}

const usual: SandboxLimits = { milliseconds: 1_000, megabytes: 64, waiting: 100 };
/** For a thread to load its code, on a machine that is busy with much else. */
const STARTING_MS = 15_000;
/** The thread's first message: from here on a request's time counts. */
export const READY = 'ready';

/** Read from the sources (Jest), the thread still needs JavaScript: the built one. */
const threadCode = import.meta.url.endsWith('.ts')
  ? '../../dist/sandbox/template-thread.js'
  : './template-thread.js';

interface Job {
  readonly request: PreviewRequest;
  readonly resolve: (result: PreviewResult) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Checks and fills in templates that somebody is just writing, on a thread of its own with a kill behind it. What is being typed may be
 * anything, many times a second, on the process that answers all studios: so the second wall stands here. The send path has none: it
 * fills in templates that passed this check, one by one, and the evaluator's budgets bound it; a thread's messages would cost it more
 * than the rendering does (0.04 ms).
 */
export class TemplateSandbox {
  readonly #limits: SandboxLimits;
  readonly #jobs: Job[] = [];
  #current: Job | undefined;
  #thread: Worker | undefined;
  #ready = false;
  #timer: NodeJS.Timeout | undefined;

  /** @param entry the thread's code, for tests of the walls themselves */
  constructor(
    limits: Partial<SandboxLimits> = {},
    private readonly entry: URL = new URL(threadCode, import.meta.url),
  ) {
    this.#limits = { ...usual, ...limits };
  }

  /** @throws when more requests wait than the limit, or the sandbox is closed */
  preview(request: PreviewRequest): Promise<PreviewResult> {
    return new Promise((resolve, reject) => {
      if (this.#jobs.length >= this.#limits.waiting)
        return reject(new Error('Too many templates are being previewed at once. Try again in a moment.'));
      this.#jobs.push({ request, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    const closed = new Error('The template sandbox is closed.');
    for (const job of this.#jobs.splice(0)) job.reject(closed);
    this.#settle((job) => job.reject(closed));
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }

  #next(): void {
    if (this.#current) return;
    this.#current = this.#jobs.shift();
    if (!this.#current) return;
    this.#thread ??= this.#start();
    this.#thread.postMessage(this.#current.request);
    this.#allow(this.#ready ? this.#limits.milliseconds : STARTING_MS);
  }

  #allow(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end({ outcome: 'ended', by: 'time' }), milliseconds);
  }

  #start(): Worker {
    this.#ready = false;
    const thread = new Worker(this.entry, {
      // Nothing of the process is the thread's: no environment, no arguments, no output.
      env: {},
      argv: [],
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: {
        maxOldGenerationSizeMb: this.#limits.megabytes,
        maxYoungGenerationSizeMb: 16,
        stackSizeMb: 4,
      },
    });
    thread.on('message', (result: PreviewResult | typeof READY) => {
      if (thread !== this.#thread) return;
      if (result === READY) {
        this.#ready = true;
        if (this.#current) this.#allow(this.#limits.milliseconds);
        return;
      }
      this.#settle((job) => job.resolve(result));
      this.#next();
    });
    thread.on('error', (error: NodeJS.ErrnoException) => {
      if (thread !== this.#thread) return;
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return this.#end({ outcome: 'ended', by: 'memory' });
      this.#thread = undefined;
      this.#settle((job) => job.reject(error));
      this.#next();
    });
    // Last: a listener added later would hold the process open again.
    thread.unref();
    return thread;
  }

  /** Kills the thread; the next request gets a new one. */
  #end(result: PreviewResult): void {
    void this.#thread?.terminate();
    this.#thread = undefined;
    this.#settle((job) => job.resolve(result));
    this.#next();
  }

  #settle(tell: (job: Job) => void): void {
    clearTimeout(this.#timer);
    const job = this.#current;
    this.#current = undefined;
    if (job) tell(job);
  }
}
