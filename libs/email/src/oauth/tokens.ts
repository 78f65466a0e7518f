import { createHash } from 'node:crypto';
import type { OAuthClient } from './clients.js';

const TIMEOUT_MS = 8_000;
/** A token answer is a few thousand characters. */
const MOST_BYTES = 100_000;
/** Where a provider does not say how long a token lasts (RFC 6749 5.1). */
const USUAL_SECONDS = 3_600;

export interface Tokens {
  readonly accessToken: string;
  /** Null where the one before goes on. */
  readonly refreshToken: string | null;
  readonly expiresAt: Date;
  /** Who has signed in, as the provider says. */
  readonly address: string | null;
}

/** The person has to sign in again: the grant was revoked, or has expired (`invalid_grant`, RFC 6749 5.2). */
export class SignInExpired extends Error {}
/** The provider takes no such request: the operator's registration does not fit. */
export class OAuthRefused extends Error {}
/** Worth another try later. */
export class ProviderAway extends Error {}

/** Where a person's browser goes to sign in (RFC 6749 4.1.1, PKCE RFC 7636). */
export function authorizationUrl(
  { clientId, authorizeUrl, scopes, more }: OAuthClient,
  request: {
    readonly redirectUri: string;
    readonly state: string;
    readonly verifier: string;
    readonly hint?: string;
  },
): string {
  const url = new URL(authorizeUrl);
  const params = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: request.redirectUri,
    scope: scopes.join(' '),
    state: request.state,
    code_challenge: createHash('sha256').update(request.verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(request.hint !== undefined && { login_hint: request.hint }),
    ...more,
  };
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url.href;
}

export const exchangeCode = (
  client: OAuthClient,
  code: string,
  verifier: string,
  redirectUri: string,
): Promise<Tokens> =>
  request(client, {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  });

export const refreshTokens = (client: OAuthClient, refreshToken: string): Promise<Tokens> =>
  request(client, { grant_type: 'refresh_token', refresh_token: refreshToken });

/** @throws SignInExpired, OAuthRefused, ProviderAway; none of them has a token or the client's secret in it */
async function request(
  { clientId, clientSecret, tokenUrl }: OAuthClient,
  params: Readonly<Record<string, string>>,
): Promise<Tokens> {
  const body = new URLSearchParams({ ...params, client_id: clientId, client_secret: clientSecret });
  let response: Response;
  let text: string;
  try {
    response = await fetch(tokenUrl, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    text = (await response.text()).slice(0, MOST_BYTES);
  } catch {
    throw new ProviderAway('The provider of the sign-in does not answer.');
  }
  const answer = fieldsOf(text);
  if (response.ok && answer['access_token']) return tokensOf(answer);
  if (answer['error'] === 'invalid_grant')
    throw new SignInExpired(answer['error_description'] ?? 'invalid_grant');
  if (response.ok || response.status >= 500 || response.status === 429)
    throw new ProviderAway(`The provider of the sign-in answered ${response.status}.`);
  throw new OAuthRefused(answer['error_description'] ?? answer['error'] ?? `HTTP ${response.status}`);
}

/** The texts and numbers of a JSON object; none where it is something else. */
function fieldsOf(text: string): Readonly<Record<string, string | undefined>> {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(
      Object.entries(read).flatMap(([name, value]) =>
        typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
      ),
    );
  } catch {
    return {};
  }
}

function tokensOf(answer: Readonly<Record<string, string | undefined>>): Tokens {
  const seconds = Number(answer['expires_in']) || USUAL_SECONDS;
  // It comes from the token endpoint itself, over TLS: its signature need not be checked (OpenID Connect Core 3.1.3.7).
  const [, payload = ''] = answer['id_token']?.split('.') ?? [];
  const claims = fieldsOf(Buffer.from(payload, 'base64url').toString());
  return {
    accessToken: answer['access_token']!,
    refreshToken: answer['refresh_token'] ?? null,
    expiresAt: new Date(Date.now() + seconds * 1_000),
    address: claims['email'] ?? claims['preferred_username'] ?? null,
  };
}
