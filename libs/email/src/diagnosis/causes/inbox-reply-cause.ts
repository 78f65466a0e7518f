import type { Failure } from '../probe/stage.js';
import type { Diagnosis } from './cause.js';
import { signInCause } from './sign-in-cause.js';
import type { Tried } from './tried.js';

const busyCodes = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG']);
const busy = /too many|throttl|try again|temporar|unavailable|rate limit|maximum number of connections/i;
const wantsAppPassword = /application-specific password|app(?:lication)?[- ]password|web ?login required/i;
const imapIsOff = /imap\b.{0,40}\b(?:disabled|not enabled|not allowed|deaktiviert|switched off|turned off)/i;
const passwordIsOff =
  /(?:basic auth\w*|password\b.{0,20}sign-?in|legacy auth\w*)\b.{0,40}\b(?:disabled|blocked|not allowed|switched off)/i;

/** What a refusal of an IMAP server means: its words first, since many call everything a failed sign-in. */
export function inboxReplyCause(failure: Failure, tried: Tried): Diagnosis {
  const { stage, said, facts } = failure;
  if (/authenticated but not connected/i.test(said)) return { cause: 'notConnected' };
  if (busyCodes.has(facts.responseCode ?? '') || busy.test(said)) return { cause: 'busy' };
  if (stage === 'greeting' || stage === 'tls' || stage === 'capabilities') return { cause: 'serverRefuses' };
  if (stage === 'folders' || stage === 'inbox') return { cause: 'noInbox' };
  if (passwordIsOff.test(said)) return { cause: 'signInOff' };
  if (imapIsOff.test(said)) return { cause: 'switchedOff' };
  if (wantsAppPassword.test(said)) return { cause: 'appPassword', field: 'password' };
  return signInCause(failure, tried);
}
