import type { Observation, Refusal } from '../core/index.js';

/** What imapflow hangs on its errors. */
interface ImapError {
  readonly message?: string;
  readonly code?: string;
  readonly authenticationFailed?: boolean;
  readonly responseStatus?: string;
  readonly responseText?: string;
  readonly serverResponseCode?: string;
}

/** RFC 5530, by what can be done about it. */
const byCode: Readonly<Record<string, Refusal>> = {
  UNAVAILABLE: 'unavailable',
  INUSE: 'unavailable',
  LIMIT: 'unavailable',
  SERVERBUG: 'unavailable',
  CONTACTADMIN: 'unavailable',
  AUTHENTICATIONFAILED: 'signIn',
  AUTHORIZATIONFAILED: 'signIn',
  EXPIRED: 'signIn',
  NONEXISTENT: 'folder',
  NOPERM: 'folder',
};
const busy = /too many|throttl|try again|temporar|unavailable|limit|not connected/i;

/** What has gone wrong, as the core sees it: the server said no, or nobody said anything any more. */
export function troubleOf(error: unknown, chance: number): Observation {
  const seen = error as ImapError;
  const reply = seen.responseText ?? seen.message ?? String(error);
  const code = seen.serverResponseCode?.toUpperCase() ?? '';
  const isRefusal =
    seen.responseStatus === 'NO' || seen.responseStatus === 'BAD' || seen.authenticationFailed === true;
  if (!isRefusal) return { saw: 'lost', why: seen.code ?? reply, chance };
  const known = Object.hasOwn(byCode, code) ? byCode[code] : undefined;
  return { saw: 'refused', refusal: known ?? refusalBy(seen, reply), reply };
}

/** A server that is busy may call it a failed sign-in; its text says what it means. */
function refusalBy({ authenticationFailed }: ImapError, reply: string): Refusal {
  if (busy.test(reply)) return 'unavailable';
  return authenticationFailed ? 'signIn' : 'other';
}
