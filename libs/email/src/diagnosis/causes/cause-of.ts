import { classify } from '../../smtp/classify.js';
import { replyOf } from '../../smtp/reply.js';
import { throttled } from '../../smtp/reply-texts.js';
import type { AccountCause, RefusedCause, TemporaryCause } from '../../smtp/smtp-causes.js';
import { nearest } from '../../templates/language/names.js';
import { hostsOf } from '../providers/find-provider.js';
import type { Failure, ProbeStage } from '../probe/stage.js';
import { certificateCause } from './certificate-cause.js';
import { inboxReplyCause } from './inbox-reply-cause.js';
import { signInCause } from './sign-in-cause.js';
import type { Tried } from './tried.js';
import type { Diagnosis, DiagnosisCause } from './cause.js';

/** What a failed stage means. The one classification of replies (`../../smtp`) decides wherever the server answered. */
export function diagnose(failure: Failure, tried: Tried): Diagnosis {
  const { stage, code, facts } = failure;
  if (code === 'EREFUSEDHOST') return { cause: 'hostRefused', field: 'host' };
  if (stage === 'dns') return dnsCause(failure, tried);
  if (stage === 'tcp')
    return facts.otherPort ? usePort(facts.otherPort) : { cause: 'noAnswer', field: 'host' };
  if (code === 'INJECTED') return { cause: 'altered' };
  if (code === 'REPLY')
    return tried.protocol === 'imap' ? inboxReplyCause(failure, tried) : replyCause(failure, tried);
  if (code === 'NOAUTH') return noSignIn(failure, tried);
  if (code === 'NOTOKEN') return { cause: 'signInExpired' };
  if (code === 'NOUTF8') return { cause: 'senderLetters', field: 'address' };
  if (facts.speaks)
    return { cause: 'otherEncryption', field: 'security', proposal: { security: facts.speaks } };
  if (code === 'NOTLS') return { cause: 'noEncryption', field: 'security' };
  if (facts.certificate) return certificateCause(code, facts.certificate, tried.probe.host);
  if (code === 'NOTSMTP' || code === 'NOTIMAP') return { cause: 'notMailServer', field: 'port' };
  if (stage === 'tls') return { cause: 'encryptionFailed', field: 'security' };
  return { cause: code === 'SILENT' || code === 'CLOSED' ? 'droppedUs' : 'unknown' };
}

function dnsCause({ code }: Failure, { probe: { host }, protocol = 'smtp' }: Tried): Diagnosis {
  if (code !== 'ENOTFOUND' && code !== 'ENODATA') return { cause: 'nameServers' };
  const near = nearest(host, hostsOf(protocol));
  return { cause: 'hostUnknown', field: 'host', ...(near && { proposal: { host: near } }) };
}

const usePort = ({ port, security }: { port: number; security: string }): Diagnosis => ({
  cause: 'noAnswerOtherPort',
  field: 'port',
  proposal: { port: String(port), security },
});

function noSignIn({ facts }: Failure, { provider }: Tried): Diagnosis {
  const tokensOnly = facts.offered?.some((way) => /^(?:XOAUTH2|OAUTHBEARER)$/.test(way)) ?? false;
  if (tokensOnly || provider?.signIn[0] === 'oauth') return { cause: 'signInOff' };
  return { cause: 'noSignIn', field: 'port' };
}

/** Where in nodemailer's terms a stage's command was refused. */
const commands: Partial<Record<ProbeStage, readonly [command: string, code: string]>> = {
  signIn: ['AUTH PLAIN', 'EAUTH'],
  sender: ['MAIL FROM', 'EENVELOPE'],
  testMail: ['DATA', 'EMESSAGE'],
};

function replyCause(failure: Failure, tried: Tried): Diagnosis {
  const { stage, said, replyCode: responseCode } = failure;
  const reply = replyOf(said, responseCode);
  if (stage === 'signIn' && (throttled.test(reply.text) || (responseCode && responseCode < 500)))
    return { cause: 'busy' };
  const [command, code] =
    failure.facts.command === 'RCPT' ? ['RCPT TO', 'EENVELOPE'] : (commands[stage] ?? ['CONN', 'EPROTOCOL']);
  const outcome = classify(
    { message: said, response: said, responseCode, command, code },
    // The answer to the message itself is judged as such: nothing else tells a refused mail from a refused sender.
    { handedOver: stage === 'testMail', left: stage === 'testMail' },
  );
  if (!('cause' in outcome)) return { cause: 'unknown' };
  if (stage === 'signIn' && outcome.cause === 'signIn') return signInCause(failure, tried);
  return { ...meanings[outcome.cause] };
}

const meanings: Readonly<Record<AccountCause | RefusedCause | TemporaryCause, Diagnosis>> = {
  signIn: { cause: 'relayDenied', field: 'user' },
  signInOff: { cause: 'signInOff' },
  appPassword: { cause: 'appPassword', field: 'password' },
  senderRejected: { cause: 'sender', field: 'address' },
  limit: { cause: 'limit' },
  suspended: { cause: 'suspended' },
  reputation: { cause: 'reputation' },
  relayDenied: { cause: 'relayDenied', field: 'user' },
  domainSetup: { cause: 'domainSetup' },
  tls: { cause: 'noEncryption', field: 'security' },
  certificate: { cause: 'certificateName', field: 'host' },
  server: { cause: 'serverRefuses' },
  unreachable: { cause: 'noAnswer', field: 'host' },
  notPublic: { cause: 'hostRefused', field: 'host' },
  secret: { cause: 'password', field: 'password' },
  expired: { cause: 'signInExpired' },
  userUnknown: { cause: 'ownAddress', field: 'address' },
  domainUnknown: { cause: 'ownAddress', field: 'address' },
  mailboxFull: { cause: 'ownAddress', field: 'address' },
  recipientRefuses: { cause: 'ownAddress', field: 'address' },
  addressLetters: { cause: 'senderLetters', field: 'address' },
  tooBig: { cause: 'testMail' },
  content: { cause: 'testMail' },
  unexplained: { cause: 'unknown' },
  greylisted: { cause: 'busy' },
  mailboxBusy: { cause: 'busy' },
  noConnection: { cause: 'busy' },
  busy: { cause: 'busy' },
  throttled: { cause: 'busy' },
  signInLater: { cause: 'busy' },
} satisfies Record<string, { cause: DiagnosisCause } & Diagnosis>;
