export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly type: string;
}

interface At {
  readonly urls: { readonly api: string };
  readonly apiKey?: string;
}

/** The API as a program with the stack's key calls it, or whoever has other credentials. */
export class ApiClient {
  constructor(
    private readonly place: At,
    private readonly credentials: Record<string, string> = { authorization: `Bearer ${place.apiKey}` },
  ) {}

  async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.place.urls.api}${path}`, {
      method,
      headers: {
        ...this.credentials,
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
      body: (text && isJson(response) ? JSON.parse(text) : null) as T,
    };
  }

  /** What is answered line by line, a JSON document in each. */
  async lines<T>(path: string, body: unknown): Promise<T[]> {
    const accept = 'application/x-ndjson';
    const response = await fetch(`${this.place.urls.api}${path}`, {
      method: 'POST',
      headers: { ...this.credentials, 'content-type': 'application/json', accept },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    if (response.headers.get('content-type') !== accept) throw new Error(text);
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as T);
  }

  /** The answer's very text. */
  async raw(path: string): Promise<Answer<string> & { readonly headers: Headers }> {
    const response = await fetch(`${this.place.urls.api}${path}`, {
      headers: this.credentials,
      signal: AbortSignal.timeout(10_000),
    });
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      body: await response.text(),
      headers: response.headers,
    };
  }

  /** Of an answer that never ends, the first piece. */
  async firstBytes(path: string, headers: Record<string, string> = {}): Promise<Answer<string>> {
    const ended = new AbortController();
    const response = await fetch(`${this.place.urls.api}${path}`, {
      headers: { ...this.credentials, ...headers },
      signal: ended.signal,
    });
    const piece = await response.body!.getReader().read();
    ended.abort();
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      body: new TextDecoder().decode(piece.value),
    };
  }

  /** The same credentials at another process. */
  at(other: At): ApiClient {
    return new ApiClient(other, this.credentials);
  }

  /** An answer that never ends: `ended` resolves when the server closes it. */
  async stream(path: string): Promise<{ readonly ended: Promise<void>; readonly close: () => void }> {
    const closed = new AbortController();
    const response = await fetch(`${this.place.urls.api}${path}`, {
      headers: this.credentials,
      signal: closed.signal,
    });
    if (!response.ok) throw new Error(`The stream was refused: ${response.status}`);
    const reader = response.body!.getReader();
    await reader.read();
    const drain = async () => {
      while (!(await reader.read()).done);
    };
    return { ended: drain().catch(() => undefined), close: () => closed.abort() };
  }

  get = <T>(path: string) => this.send<T>('GET', path);
  post = <T>(path: string, body: unknown) => this.send<T>('POST', path, body);
  put = <T>(path: string, body: unknown) => this.send<T>('PUT', path, body);
  patch = <T>(path: string, body: unknown) => this.send<T>('PATCH', path, body);
  delete = <T>(path: string) => this.send<T>('DELETE', path);
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

export const caughtMails = async (stack: { readonly urls: { readonly catcher: string } }): Promise<Caught> =>
  (await (await fetch(`${stack.urls.catcher}/messages?limit=1000`)).json()) as Caught;

const isJson = ({ headers }: Response): boolean =>
  /^application\/(?:[\w.-]+\+)?json\b/.test(headers.get('content-type') ?? '');
