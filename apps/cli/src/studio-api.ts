import type { ProblemDocument } from '@cueline/contracts';
import { Unable } from './unable.js';

const TIMEOUT_MS = 30_000;

/** The API said no, with its reasons. */
export class Refused extends Error {
  constructor(readonly problem: ProblemDocument) {
    super(problem.detail ?? problem.title);
  }

  get lines(): string[] {
    const { title, detail, errors = [] } = this.problem;
    return [
      detail ? `${title}: ${detail}` : `${title}.`,
      ...errors.map(
        ({ pointer, detail: why, code }) => `  ${pointer || '/'}: ${why}${code ? ` (${code})` : ''}`,
      ),
    ];
  }
}

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
  /** The revision last seen. */
  readonly revision?: number;
}

/** A studio's HTTP API, as the holder of a key sees it. */
export class StudioApi {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  async json<T>(path: string, request: Request = {}): Promise<T> {
    return JSON.parse(await this.text(path, request)) as T;
  }

  /** A list whole, page after page. */
  async all<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    for (let cursor = ''; ;) {
      const after = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const page = await this.json<{ items: T[]; nextCursor: string | null }>(`${path}?limit=200${after}`);
      items.push(...page.items);
      if (!page.nextCursor) return items;
      cursor = page.nextCursor;
    }
  }

  /** @throws Refused when the API says no @throws Unable when it says nothing that can be understood */
  async text(path: string, { method = 'GET', body, revision }: Request = {}): Promise<string> {
    const { status, text } = await this.#ask(path, {
      method,
      headers: {
        authorization: `Bearer ${this.key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (status < 400) return text;
    const problem = problemIn(text);
    if (!problem)
      throw new Unable(`${this.url} answers ${status}, and not as Cueline would. Check the address.`);
    throw new Refused(problem);
  }

  async #ask(path: string, init: RequestInit): Promise<{ status: number; text: string }> {
    try {
      const response = await fetch(new URL(`/api/v1${path}`, this.url), init);
      return { status: response.status, text: await response.text() };
    } catch (error) {
      const cause = (error as { cause?: unknown }).cause ?? error;
      throw new Unable(
        `${this.url} cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`,
      );
    }
  }
}

function problemIn(text: string): ProblemDocument | undefined {
  try {
    const problem = JSON.parse(text) as Partial<ProblemDocument> | null;
    return typeof problem?.title === 'string' && typeof problem.code === 'string'
      ? (problem as ProblemDocument)
      : undefined;
  } catch {
    return undefined;
  }
}
