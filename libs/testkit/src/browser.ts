/** A browser of a person: keeps its cookies, and sends what it is told to. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly api: { readonly urls: { readonly api: string } },
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  async send<T>(method: string, path: string, body?: unknown) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.api.urls.api}${path}`, {
      method,
      headers: {
        ...this.headers,
        ...(cookie && { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /Max-Age=0/i.test(line)) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    const text = await response.text();
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, retryAfter, body: (text ? JSON.parse(text) : null) as T };
  }

  get = <T>(path: string) => this.send<T>('GET', path);
  post = <T>(path: string, body: unknown) => this.send<T>('POST', path, body);

  signIn(email: string, password: string) {
    return this.post<{ detail?: string; title?: string }>('/api/auth/sign-in/email', { email, password });
  }
}
