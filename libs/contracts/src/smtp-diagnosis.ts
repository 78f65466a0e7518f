import { z } from 'zod';
import { email } from './shared.js';
import { mailHost, mailProvider, mailSecurity } from './mail-server.js';
import { smtpAccountPatch, smtpServer } from './smtp-accounts.js';

export const discoverSettings = z.strictObject({ address: email });
const candidate = z.object({
  host: z.string(),
  port: z.int(),
  security: mailSecurity,
  user: z.string(),
  /** A bundled table, the domain's exchangers, its SRV records, its autoconfig file, or names that hosts usually have. */
  source: z.enum(['table', 'mx', 'srv', 'autoconfig', 'guess']),
});
export const foundSettings = z.object({
  address: z.string(),
  provider: z
    .object({
      id: z.string(),
      name: z.string(),
      /** The ways in, the one to propose first. */
      signIn: z.array(z.enum(['password', 'appPassword', 'oauth'])),
      /** Where an app password is made. */
      passwordPage: z.string().nullable(),
      /** Where programs are let in at all. */
      switchOnPage: z.string().nullable(),
      /** Whom `beginMailSignIn` takes a person to; null where there is no such way from here. */
      connect: mailProvider.nullable(),
    })
    .nullable(),
  /** What was probably meant, where the domain takes no mail. */
  didYouMean: z.string().nullable(),
  takesMail: z.boolean(),
  /** Best first. */
  smtp: z.array(candidate),
  imap: z.array(candidate),
});

/** A test mail goes to the account's own address, and to nobody else. */
const sendTestMail = z.boolean().default(true);
export const testSettings = z.strictObject({ ...smtpServer.shape, address: email, sendTestMail });
/** What is not given is as it is stored, the password too. Only a test of nothing but what is stored says how the account is. */
export const testAccount = smtpAccountPatch
  .pick({ host: true, port: true, security: true, username: true, password: true, address: true })
  .extend({ sendTestMail });

export const testStage = z.object({
  /** `sender` and `testMail` of an account for sending, `folders` and `inbox` of a mailbox. */
  stage: z.enum([
    ...['dns', 'tcp', 'greeting', 'tls', 'capabilities', 'signIn', 'sender', 'testMail', 'folders', 'inbox'],
  ] as const),
  result: z.enum(['ok', 'failed', 'skipped']),
  ms: z.int(),
  /** By name: addresses, the certificate's name and end, what the server offers. */
  seen: z.record(z.string(), z.string()),
});
const accountField = z.enum(['address', 'host', 'port', 'security', 'user', 'password']);
export const diagnosisCard = z.object({
  /** For programs: `appPassword`, `certificateName`, ... */
  cause: z.string(),
  title: z.string(),
  why: z.string(),
  /** `{link}` in the text is where the link stands. */
  steps: z.array(
    z.object({
      text: z.string(),
      link: z.object({ label: z.string(), url: z.string() }).optional(),
    }),
  ),
  /** The setting to change. */
  field: accountField.nullable(),
  /** What to change it to, where that is known. */
  proposal: z.partialRecord(accountField, z.string()),
  action: z.enum(['apply', 'edit', 'again', 'connect']),
  button: z.string(),
  /** Whom the action `connect` signs in at: for `beginMailSignIn`; an account that is stored has `repeatMailSignIn`. */
  connect: mailProvider.nullable(),
  /** The server's own message. */
  said: z.string(),
});
export const testResult = z.object({
  ok: z.boolean(),
  stages: z.array(testStage),
  card: diagnosisCard.nullable(),
  /** What went over the wire, without what signs in. */
  transcript: z.array(z.string()),
});
/** A line of the answer to `Accept: application/x-ndjson`: each stage as it ends, then the result. */
export const testEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('stage'), stage: testStage }),
  z.object({ type: z.literal('result'), result: testResult }),
]);

export const domainToCheck = z.strictObject({ address: email, host: mailHost.optional() });
export const domainCheck = z.object({
  domain: z.string(),
  /** False for a provider's own domain, whose records are the provider's to keep. */
  isOwn: z.boolean(),
  findings: z.array(
    z.object({
      check: z.enum(['spf', 'dkim', 'dmarc']),
      state: z.enum(['ok', 'missing', 'wrong', 'unknown']),
      message: z.string(),
      /** What is published now. */
      found: z.string().nullable(),
      /** What to publish: instead of `found`, where there is something. */
      add: z.object({ type: z.literal('TXT'), name: z.string(), value: z.string() }).nullable(),
    }),
  ),
});

export type DiscoverSettings = z.infer<typeof discoverSettings>;
export type FoundSettings = z.infer<typeof foundSettings>;
export type TestSettings = z.infer<typeof testSettings>;
export type TestAccount = z.infer<typeof testAccount>;
export type TestStage = z.infer<typeof testStage>;
export type TestResult = z.infer<typeof testResult>;
export type TestEvent = z.infer<typeof testEvent>;
export type DiagnosisCard = z.infer<typeof diagnosisCard>;
export type DomainToCheck = z.infer<typeof domainToCheck>;
export type DomainCheck = z.infer<typeof domainCheck>;
