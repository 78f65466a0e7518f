import type { Reply } from './reply.js';
import type { AccountCause, RefusedCause } from './smtp-causes.js';
import * as says from './reply-texts.js';

/** Where in the conversation the server said it. `dot` is the answer to the message itself. */
export type Stage = 'greeting' | 'signIn' | 'mail' | 'rcpt' | 'data' | 'dot';

type Verdict =
  | { readonly type: 'account'; readonly cause: AccountCause }
  | { readonly type: 'refused'; readonly cause: RefusedCause };

const account = (cause: AccountCause): Verdict => ({ type: 'account', cause });
const refused = (cause: RefusedCause): Verdict => ({ type: 'refused', cause });

/** A 4xx is a verdict on the account only where it says so in words: what a second try in an hour cannot cure. */
export function accountLater({ enhanced, text }: Reply): AccountCause | undefined {
  if (/^4\.2\./.test(enhanced) || says.mailboxFull.test(text) || says.greylisted.test(text)) return undefined;
  if (says.senderRejected.test(text) && !/domain not found/i.test(text)) return 'senderRejected';
  if (
    says.limitReached.test(text) &&
    !/connections?|recipients per|too many recipients|per second|sending rate/i.test(text)
  )
    return 'limit';
  if (/relay(?:ing)? (?:access )?denied|unable to relay/i.test(text)) return 'relayDenied';
  return undefined;
}

/** What a 5xx before MAIL FROM is about: who we are. */
export function beforeMail(stage: Stage, { enhanced, text }: Reply): AccountCause {
  if ((enhanced === '5.7.139' && !/incorrect|invalid/i.test(text)) || says.signInOff.test(text))
    return 'signInOff';
  if (enhanced === '5.7.9' || says.appPassword.test(text)) return 'appPassword';
  if (says.tlsNeeded.test(text)) return 'tls';
  if (says.suspended.test(text)) return 'suspended';
  if (says.limitReached.test(text)) return 'limit';
  if (stage === 'signIn') return 'signIn';
  if (says.reputation.test(text)) return 'reputation';
  return 'server';
}

/** Sign-in or encryption wanted (RFC 4954 6, RFC 3207 4), at whatever command. */
export function signInWanted({ code, enhanced, text }: Reply): AccountCause {
  if (code === 538 || says.tlsNeeded.test(text)) return 'tls';
  return beforeMail('signIn', { code, enhanced, text });
}

interface Rule {
  readonly verdict: Verdict;
  readonly enhanced?: RegExp;
  readonly text?: RegExp;
  /** Not where the text says this. */
  readonly unless?: RegExp;
  readonly stages?: readonly Stage[];
}

const toRecipient: readonly Stage[] = ['rcpt', 'data', 'dot'];
const aboutSender = /sender|absender|exp[ée]dit|from address|mail from/i;

/**
 * What a 5xx to a mail means, the first rule that fits. Where words and code disagree the words of a recipient's verdict come first: a mail that is held
 * waits, a mailbox that is full stays full.
 */
const rules: readonly Rule[] = [
  { verdict: account('senderRejected'), enhanced: /^5\.(?:7\.60|2\.252|1\.7)$/ },
  { verdict: account('limit'), enhanced: /^5\.(?:7\.23[23]|1\.90|4\.5)$/, unless: /loop|hop/i },
  { verdict: account('suspended'), enhanced: /^5\.7\.(?:50[123]|511|705)$/ },
  // Letters beyond ASCII in an address or its headers (RFC 6531 4.1, RFC 5337).
  { verdict: account('senderRejected'), enhanced: /^5\.6\.7$/, stages: ['mail'] },
  { verdict: refused('addressLetters'), enhanced: /^5\.6\.(?:7|9|10)$/, stages: toRecipient },
  { verdict: account('signInOff'), text: says.signInOff },
  {
    verdict: account('domainSetup'),
    enhanced: /^5\.7\.(?:2[0-9]|30|509|515|750)$/,
    unless: says.senderRejected,
  },
  { verdict: account('reputation'), enhanced: /^5\.7\.(?:60[6-9]|6[1-4]\d|708)$/ },
  { verdict: account('relayDenied'), enhanced: /^5\.7\.(?:64|54|13|57|68)$/ },
  { verdict: account('suspended'), text: /account .{0,20}(?:pending approval|under review)/i },
  { verdict: refused('recipientRefuses'), enhanced: /^5\.7\.(?:12|51|124|129|13[3-6])$/ },
  { verdict: refused('recipientRefuses'), text: says.recipientRefuses },
  { verdict: refused('mailboxFull'), enhanced: /^5\.2\.2$/, stages: toRecipient },
  {
    verdict: refused('userUnknown'),
    enhanced: /^5\.(?:1\.(?:1|3|6|10)|2\.1)$/,
    unless: aboutSender,
    stages: toRecipient,
  },
  {
    verdict: refused('domainUnknown'),
    enhanced: /^5\.(?:1\.2|4\.4)$/,
    unless: aboutSender,
    stages: toRecipient,
  },
  { verdict: refused('tooBig'), enhanced: /^5\.(?:3\.4|2\.3)$/, unless: /policy/i },
  { verdict: refused('tooBig'), text: says.tooBig },
  { verdict: refused('mailboxFull'), text: says.mailboxFull, stages: toRecipient },
  { verdict: account('limit'), text: says.limitReached },
  { verdict: account('suspended'), enhanced: /^5\.1\.8$/, unless: says.domainSetup },
  {
    verdict: account('suspended'),
    text: says.suspended,
    unless: /tried to reach|recipient|client host|sender address rejected/i,
  },
  { verdict: refused('content'), text: says.contentListed },
  { verdict: account('reputation'), text: says.reputation },
  { verdict: account('domainSetup'), text: says.domainSetup },
  { verdict: account('senderRejected'), text: says.senderRejected },
  { verdict: account('relayDenied'), text: says.relayDenied },
  { verdict: account('tls'), text: says.tlsNeeded },
  { verdict: refused('content'), enhanced: /^5\.6\.\d+$/ },
  { verdict: refused('content'), text: says.contentRefused, unless: /recipient|mailbox/i },
  // The envelope's sender is all that a server knows at MAIL FROM.
  { verdict: account('senderRejected'), stages: ['mail'] },
  { verdict: refused('userUnknown'), text: says.userUnknown },
  { verdict: refused('domainUnknown'), text: says.domainUnknown },
];

/** What a server that said no for good refused. What it does not explain is taken for the recipient's: trying again would not help. */
export function verdictOf(stage: Stage, { enhanced, text }: Reply): Verdict {
  const rule = rules.find(
    (one) =>
      (!one.stages || one.stages.includes(stage)) &&
      (!one.enhanced || one.enhanced.test(enhanced)) &&
      (!one.text || one.text.test(text)) &&
      !one.unless?.test(text),
  );
  return rule?.verdict ?? refused('unexplained');
}
