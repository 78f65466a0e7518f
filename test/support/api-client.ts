import type { Stack } from './stack.js';

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly type: string;
}

/** The API as a program with the sample key calls it. */
export class ApiClient {
  constructor(private readonly stack: Pick<Stack, 'urls' | 'apiKey'>) {}

  async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.stack.urls.api}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.stack.apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      body: (text ? JSON.parse(text) : null) as T,
    };
  }

  get = <T>(path: string) => this.send<T>('GET', path);
  post = <T>(path: string, body: unknown) => this.send<T>('POST', path, body);
}

export interface Caught {
  readonly total: number;
  readonly items: readonly {
    readonly id: string;
    readonly messageId: string;
    readonly subject: string;
    readonly to: string;
  }[];
}

export const caughtMails = async (stack: Pick<Stack, 'urls'>): Promise<Caught> =>
  (await (await fetch(`${stack.urls.catcher}/messages?limit=1000`)).json()) as Caught;
