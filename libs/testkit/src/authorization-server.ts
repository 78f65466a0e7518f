import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Grant {
  readonly address: string;
  readonly challenge: string;
  readonly redirectUri: string;
}

const jwt = (claims: object) =>
  ['{"alg":"none"}', JSON.stringify(claims), '']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

/** An authorization server as RFC 6749 and RFC 7636 describe it: it takes each code and each refresh token once. */
export class AuthorizationServer {
  readonly clientId = 'cueline';
  readonly clientSecret = 'the secret of the client';
  /** What the token endpoint was asked for. */
  readonly requests: string[] = [];
  /** The access token that was given last. */
  accessToken = '';
  expiresIn = 3_600;
  /** The person has taken the permission back. */
  isRevoked = false;
  isAway = false;
  /** Who signs in on the page. */
  person = '';
  readonly #codes = new Map<string, Grant>();
  readonly #refreshTokens = new Map<string, string>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      if (request.method === 'GET') return void this.#page(request, response);
      void this.#token(request).then(({ status, body }) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      );
    });
  }

  static async open(): Promise<AuthorizationServer> {
    const server = new AuthorizationServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The environment of a product that is registered here. */
  get environment() {
    return {
      GOOGLE_CLIENT_ID: this.clientId,
      GOOGLE_CLIENT_SECRET: this.clientSecret,
      GOOGLE_AUTHORIZE_URL: `${this.url}/authorize`,
      GOOGLE_TOKEN_URL: `${this.url}/token`,
    };
  }

  /** A person signs in where the product has sent the browser. @returns what the browser brings back */
  signIn(authorizationUrl: string, address: string): { readonly code: string; readonly state: string } {
    const { searchParams } = new URL(authorizationUrl);
    if (
      searchParams.get('client_id') !== this.clientId ||
      searchParams.get('code_challenge_method') !== 'S256'
    )
      throw new Error(`Not a request of the registered client: ${authorizationUrl}`);
    const code = randomUUID();
    const [challenge, redirectUri] = [searchParams.get('code_challenge')!, searchParams.get('redirect_uri')!];
    this.#codes.set(code, { address, challenge, redirectUri });
    return { code, state: searchParams.get('state')! };
  }

  /** As if somebody had signed in. */
  grant(address: string): { readonly accessToken: string; readonly refreshToken: string } {
    const { access_token: accessToken, refresh_token: refreshToken } = this.#issue(address);
    return { accessToken, refreshToken };
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Where a browser is sent to: a person allows it, or does not (RFC 6749 4.1.1). */
  #page(request: IncomingMessage, response: ServerResponse): void {
    const url = `${this.url}${request.url}`;
    const back = new URL(new URL(url).searchParams.get('redirect_uri')!);
    const to = (answer: Readonly<Record<string, string>>) => {
      back.search = new URLSearchParams(answer).toString();
      return back.href.replaceAll('&', '&amp;');
    };
    const { code, state } = this.signIn(url, this.person);
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<h1>${this.person}</h1><a href="${to({ code, state })}">Allow</a>` +
          `<a href="${to({ error: 'access_denied', state })}">Deny</a>`,
      );
  }

  async #token(request: IncomingMessage): Promise<{ readonly status: number; readonly body: object }> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const kind = form.get('grant_type') ?? '';
    this.requests.push(kind);
    const refuse = (error: string) => ({ status: 400, body: { error, error_description: `${error}.` } });
    if (this.isAway) return { status: 503, body: {} };
    if (form.get('client_id') !== this.clientId || form.get('client_secret') !== this.clientSecret)
      return refuse('invalid_client');
    const address = kind === 'refresh_token' ? this.#ofRefresh(form) : this.#ofCode(form);
    if (address === undefined || this.isRevoked) return refuse('invalid_grant');
    return { status: 200, body: this.#issue(address) };
  }

  #ofRefresh(form: URLSearchParams): string | undefined {
    const token = form.get('refresh_token') ?? '';
    const address = this.#refreshTokens.get(token);
    this.#refreshTokens.delete(token);
    return address;
  }

  #ofCode(form: URLSearchParams): string | undefined {
    const code = form.get('code') ?? '';
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight = grant?.challenge === verifier && grant.redirectUri === form.get('redirect_uri');
    return isRight ? grant.address : undefined;
  }

  #issue(address: string) {
    this.accessToken = `access-${randomUUID()}`;
    const refreshToken = `refresh-${randomUUID()}`;
    this.#refreshTokens.set(refreshToken, address);
    return {
      access_token: this.accessToken,
      refresh_token: refreshToken,
      expires_in: this.expiresIn,
      token_type: 'Bearer',
      id_token: jwt({ email: address }),
    };
  }
}
