import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { cookieOf } from './session-cookie.js';

const NAME = 'cueline.device';
const YEAR_SECONDS = 365 * 86_400;
const pattern = /^([\w-]{22})\.([\w-]{43})$/;

/**
 * A browser in which an account has signed in before carries a cookie that says so. It opens nothing: its attempts are counted apart from
 * those of the world, so that nobody can keep an owner out by failing in the owner's name.
 */
export class KnownDevice {
  readonly #key: Buffer;
  readonly #name: string;

  constructor(
    secret: string,
    private readonly secure: boolean,
  ) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'cueline known devices', 32));
    this.#name = secure ? `__Secure-${NAME}` : NAME;
  }

  /** The device's own number, if this account has signed in there. */
  of(cookies: unknown, email: string): string | undefined {
    const [, number, given] = pattern.exec(cookieOf(cookies, this.#name) ?? '') ?? [];
    if (!number || !given) return undefined;
    const right = Buffer.from(this.#proof(number, email));
    return timingSafeEqual(right, Buffer.from(given)) ? number : undefined;
  }

  /** The Set-Cookie line for a browser in which this account has just proven itself. */
  cookie(email: string): string {
    const number = randomBytes(16).toString('base64url');
    const value = `${number}.${this.#proof(number, email)}`;
    return `${this.#name}=${value}; Max-Age=${YEAR_SECONDS}; Path=/; HttpOnly; SameSite=Lax${this.secure ? '; Secure' : ''}`;
  }

  #proof(number: string, email: string): string {
    return createHmac('sha256', this.#key).update(`${number}|${email}`).digest('base64url');
  }
}
