import { isAddress, isPublicAddress } from '@cueline/egress';
import { shownAddress } from './shown-address.js';

/** What kind of redirection an answer is: what to do about it follows from that. */
export type RedirectionKind =
  /** The call was carried out; the redirection only leads to its output. */
  | 'taken'
  /** The same receiver, or for good: the address to enter. */
  | 'moved'
  | 'elsewhere'
  /** The output of a call that has probably been carried out (303, or an address for this one answer). */
  | 'output'
  /** An address made for one call, which was not carried out. */
  | 'oneTime'
  | 'signIn'
  | 'loop'
  | 'notEncrypted'
  | 'inside'
  | 'nowhere'
  | 'unreadable'
  | 'choices'
  | 'notModified'
  | 'proxy'
  | 'unknown';

export interface Redirection {
  readonly kind: RedirectionKind;
  /** Without what may be a secret. */
  readonly to?: string;
  /** `to` is not the whole address. */
  readonly hides?: true;
}

/**
 * Reads a 3xx answer (RFC 9110 15.4). Pure.
 * @param location the header as it came @param from the address that was called
 */
export function redirectionOf(status: number, location: string | undefined, from: string): Redirection {
  if (status === 300) return { kind: 'choices' };
  if (status === 304) return { kind: 'notModified' };
  if (status === 305) return { kind: 'proxy' };
  if (![301, 302, 303, 307, 308].includes(status)) return { kind: 'unknown' };
  if (!location?.trim()) return { kind: 'nowhere' };
  const called = new URL(from);
  const target = targetOf(location, called);
  if (!target) return { kind: 'unreadable' };
  const { text, hides } = shownAddress(target);
  return { kind: kindOf(status, called, target), to: text, ...(hides && { hides }) };
}

/** A header holds bytes, which Node reads as Latin-1. */
function targetOf(location: string, called: URL): URL | undefined {
  const utf8 = Buffer.from(location.trim(), 'latin1').toString('utf8');
  const text = utf8.includes('\ufffd') ? location.trim() : utf8;
  if (!URL.canParse(text, called.href)) return undefined;
  const url = new URL(text, called.href);
  return /^https?:$/.test(url.protocol) ? url : undefined;
}

function kindOf(status: number, called: URL, target: URL): RedirectionKind {
  if (isSignIn(target)) return 'signIn';
  if (addressOf(target) === addressOf(called)) return 'loop';
  if (isInside(target.hostname) && target.host !== called.host) return 'inside';
  if (target.protocol === 'http:' && called.protocol === 'https:') return 'notEncrypted';
  if (isScriptOutput(called, target)) return 'taken';
  if (target.search !== called.search && isOneTime(target))
    return status === 302 || status === 303 ? 'output' : 'oneTime';
  if (isPermanent(status) || isSameReceiver(called, target)) return 'moved';
  return status === 303 ? 'output' : 'elsewhere';
}

const isPermanent = (status: number) => status === 301 || status === 308;
const addressOf = ({ origin, pathname, search }: URL) => `${origin}${pathname}${search}`;

/** Google Apps Script runs the script first and then leads to what it has written (developers.google.com/apps-script/guides/content). */
const isScriptOutput = (called: URL, target: URL) =>
  called.hostname === 'script.google.com' && /(^|\.)googleusercontent\.com$/.test(target.hostname);

/** An address made for one answer: it holds a key or a signature that will not be good again. */
const isOneTime = ({ hostname, searchParams }: URL) =>
  /(^|\.)googleusercontent\./.test(hostname) ||
  [...searchParams.keys()].some((key) =>
    /^(?:user_content_key|token|access_token|sig|signature|x-amz-signature|x-goog-signature|expires|nonce|ticket|code|state)$/i.test(
      key,
    ),
  );

const signInHosts = /^(?:accounts\.google|login\.microsoftonline|login|signin|auth|sso|id|idp)\./;
const signInPaths =
  /\/(?:log[-_]?[io]n|sign[-_]?[io]n|logon|servicelogin|authenticate|authorize|oauth2?|saml2?|sso|session\/new|wp-login\.php|login\.\w+|anmelden)(?:\/|$)/i;
const isSignIn = ({ hostname, pathname }: URL) => signInHosts.test(hostname) || signInPaths.test(pathname);

function isInside(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isAddress(bare) ? !isPublicAddress(bare) : /(^|\.)(?:localhost|local|internal|lan)\.?$/.test(bare);
}

/** The same name but for `www.`, the same path but for a slash at its end. */
function isSameReceiver(called: URL, target: URL): boolean {
  const name = ({ hostname }: URL) => hostname.replace(/^www\./, '').replace(/\.$/, '');
  const path = ({ pathname }: URL) => pathname.replace(/\/+$/, '').toLowerCase();
  return name(called) === name(target) && path(called) === path(target);
}
