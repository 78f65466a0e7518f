import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseCookies } from 'better-auth/cookies';

/** The token in a session's cookie, if we signed it: the library writes `token.signature`, an HMAC-SHA256 in base64. */
export function sessionToken(cookies: unknown, name: string, secret: string): string | undefined {
  const value = cookieOf(cookies, name);
  const dot = value?.lastIndexOf('.') ?? -1;
  if (!value || dot < 1) return undefined;
  const token = value.slice(0, dot);
  const right = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined;
}

export const cookieOf = (cookies: unknown, name: string): string | undefined =>
  typeof cookies === 'string' ? parseCookies(cookies).get(name) : undefined;
