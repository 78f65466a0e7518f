import { certificate, certificateKey, endedCertificate } from '../../smtp/certs.fixture.js';
import type { Script, ServerTls } from '../../smtp/scripted-server.fixture.js';
import type { SmtpProbe } from '../probe/probe-smtp.js';
import type { ProbeStage } from '../probe/stage.js';
import type { DiagnosisCause } from './cause.js';

export const PASSWORD = 'correct horse §1';
export const goodTls: ServerTls = { cert: certificate, key: certificateKey };
export const offers = (...lines: string[]) =>
  ['250-mail.studio.test', ...lines.map((line) => `250-${line}`), '250 HELP'].join('\r\n');
export const ehlo = offers('STARTTLS', 'AUTH PLAIN LOGIN');
const signInSays = (reply: string): Case => ({ script: { AUTH: reply } });

export interface Case {
  readonly script?: Script;
  readonly tls?: ServerTls;
  readonly probe?: Partial<SmtpProbe>;
  /** The port that the server is reached at; 587. */
  readonly port?: number;
  /** What the names' server says instead of an address. */
  readonly code?: string;
  /** Milliseconds, where the case is a silence. */
  readonly limits?: { readonly greeting?: number; readonly secondLook?: number };
  /** What the card proposes. */
  readonly proposal?: object;
}

type Row = readonly [what: string, stage: ProbeStage, cause: DiagnosisCause, how: Case];

/** For each cause of an account that does not send, a server that shows it. */
export const rows: readonly Row[] = [
  [
    'a name that does not exist',
    'dns',
    'hostUnknown',
    { probe: { host: 'smtp.gmial.com' }, proposal: { host: 'smtp.gmail.com' } },
  ],
  ['name servers that are out of reach', 'dns', 'nameServers', { code: 'EAI_AGAIN' }],
  ['a host inside', 'dns', 'hostRefused', { code: 'EREFUSEDHOST' }],
  ['a closed port', 'tcp', 'noAnswer', { port: 25 }],
  [
    'a closed port beside an open one',
    'tcp',
    'noAnswerOtherPort',
    { probe: { port: 465, security: 'tls' }, proposal: { port: '587', security: 'starttls' } },
  ],
  [
    'a greeting that never comes where TLS is expected',
    'greeting',
    'otherEncryption',
    { tls: { ...goodTls, implicit: true }, limits: { greeting: 300 }, proposal: { security: 'tls' } },
  ],
  [
    'TLS where a greeting is expected',
    'tls',
    'otherEncryption',
    { probe: { security: 'tls' }, proposal: { security: 'starttls' } },
  ],
  ['an inbox’s port', 'greeting', 'notMailServer', { script: { GREETING: '* OK IMAP4rev1 ready' } }],
  [
    'a greeting that never comes',
    'greeting',
    'droppedUs',
    { script: { GREETING: '' }, limits: { greeting: 300, secondLook: 300 } },
  ],
  [
    'a greeting that is a no',
    'greeting',
    'serverRefuses',
    { script: { GREETING: '554 5.3.2 no service for you' } },
  ],
  [
    'a blocklist',
    'greeting',
    'reputation',
    { script: { GREETING: '554 5.7.1 blocked using zen.spamhaus.org' } },
  ],
  [
    'a full house',
    'greeting',
    'busy',
    { script: { GREETING: '421 4.7.0 too many connections, try again later' } },
  ],
  ['no STARTTLS', 'tls', 'noEncryption', { script: { EHLO: offers('AUTH PLAIN') } }],
  ['no encryption wanted', 'tls', 'noEncryption', { probe: { security: 'none' } }],
  ['text slipped in after STARTTLS', 'tls', 'altered', { script: { STARTTLS: '220 go on\r\n250 injected' } }],
  [
    'another name in the certificate',
    'tls',
    'certificateName',
    { probe: { host: 'studio.test' }, proposal: { host: 'mail.studio.test' } },
  ],
  [
    'a certificate of the year before last',
    'tls',
    'certificateExpired',
    { tls: { ...goodTls, cert: endedCertificate } },
  ],
  ['a certificate that nobody signed', 'tls', 'certificateUntrusted', { probe: { authorities: [] } }],
  ['a handshake that ends', 'tls', 'encryptionFailed', { tls: { cert: '', key: '' } }],
  ['no AUTH', 'signIn', 'noSignIn', { script: { EHLO: offers('STARTTLS') } }],
  ['tokens alone', 'signIn', 'signInOff', { script: { EHLO: offers('STARTTLS', 'AUTH XOAUTH2') } }],
  ['a wrong password', 'signIn', 'password', signInSays('535 5.7.8 Error: authentication failed')],
  [
    'half a user name',
    'signIn',
    'userName',
    {
      ...signInSays('535 5.7.8 Error: authentication failed'),
      probe: { credentials: { kind: 'password', user: 'hello', password: PASSWORD } },
      proposal: { user: 'hello@studio.test' },
    },
  ],
  [
    'a website’s password',
    'signIn',
    'appPassword',
    signInSays('534-5.7.9 Application-specific password required.\r\n534 5.7.9 https://support.google.com'),
  ],
  [
    'a wrong password at Google',
    'signIn',
    'appPassword',
    { ...signInSays('535 5.7.8 Username and Password not accepted'), probe: { address: 'lena@gmail.com' } },
  ],
  [
    'access for programs that is off',
    'signIn',
    'switchedOff',
    {
      ...signInSays('535 Authentication credentials invalid: POP/IMAP not enabled'),
      probe: { address: 'lena@gmx.de' },
    },
  ],
  [
    'basic sign-in that is off',
    'signIn',
    'signInOff',
    signInSays('535 5.7.139 Authentication unsuccessful, basic authentication is disabled.'),
  ],
  [
    'basic sign-in that was taken away',
    'signIn',
    'signInOff',
    signInSays('550 5.7.30 Basic authentication is not supported for Client Submission.'),
  ],
  [
    'a token that has ended',
    'signIn',
    'signInExpired',
    {
      script: {
        EHLO: offers('STARTTLS', 'AUTH XOAUTH2'),
        AUTH: '334 eyJzdGF0dXMiOiI0MDAifQ==',
        SECRET: '535 5.7.8 invalid_grant',
      },
      probe: { credentials: { kind: 'oauth', user: 'hello@studio.test', accessToken: PASSWORD } },
    },
  ],
  [
    'a permission that was taken back',
    'signIn',
    'signInExpired',
    {
      script: { EHLO: offers('STARTTLS', 'AUTH XOAUTH2') },
      probe: { credentials: { kind: 'oauth', user: 'hello@studio.test', accessToken: null } },
    },
  ],
  ['a sign-in that is put off', 'signIn', 'busy', signInSays('454 4.7.0 Temporary authentication failure')],
  ['too many attempts', 'signIn', 'busy', signInSays('535 5.7.0 Too many login attempts, try again later')],
  [
    'a sender of somebody else',
    'sender',
    'sender',
    { script: { RCPT: '553 5.7.1 <hello@studio.test>: Sender address rejected: not owned by user lena' } },
  ],
  [
    'an alias that is not allowed',
    'sender',
    'sender',
    { script: { MAIL: '550 5.7.60 Client does not have permissions to send as this sender' } },
  ],
  ['letters beyond ASCII', 'sender', 'senderLetters', { probe: { address: 'müller@studio.test' } }],
  ['a mailbox that is not there', 'sender', 'ownAddress', { script: { RCPT: '550 5.1.1 User unknown' } }],
  ['a relay', 'sender', 'relayDenied', { script: { RCPT: '554 5.7.1 Relay access denied' } }],
  ['a daily limit', 'sender', 'limit', { script: { MAIL: '550 5.4.5 Daily user sending limit exceeded' } }],
  [
    'an account that was stopped',
    'sender',
    'suspended',
    { script: { MAIL: '550 5.7.1 Your account has been suspended' } },
  ],
  [
    'a domain without SPF',
    'testMail',
    'domainSetup',
    {
      script: { DOT: '550 5.7.26 This mail is unauthenticated: SPF and DKIM did not pass' },
      probe: { testMail: Buffer.from('Subject: test\n\n.\n') },
    },
  ],
  [
    'a test mail that looks like spam',
    'testMail',
    'testMail',
    {
      script: { DOT: '554 5.6.0 Message contained spam content' },
      probe: { testMail: Buffer.from('Subject: test\n\nx\n') },
    },
  ],
  ['a reason that nobody knows', 'sender', 'unknown', { script: { RCPT: '550 5.9.9 Grmpf' } }],
];
