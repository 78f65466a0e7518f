import { z } from 'zod';
import { readEnvironment, serverUrl, sharedEnvironment } from '@cueline/database';
import { tagDelimiters } from '@cueline/email';
import { readDkimKeys } from './dkim-keys.js';
import { readReceiverTls } from './receiver-tls.js';

const variables = z.object({
  ...sharedEnvironment,
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7244'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('cueline'),
  TEMPORAL_API_KEY: z.string().optional(),
  TEMPORAL_TLS: z.enum(['true', 'false']).default('false'),
  SMTP_URL: serverUrl('smtp').default('smtp://127.0.0.1:4425'),
  /** A service that can be asked whether it took a Message-ID, as the mail catcher can. */
  SMTP_EVIDENCE_URL: serverUrl('http').optional(),
  /** What signs the mails from the platform's address: `selector=file of its private key`, several parted by commas. */
  DKIM_KEYS: z.string().default(''),
  /** The domain that signs, where it is not the one of the addresses. */
  DKIM_DOMAIN: z.string().min(1).optional(),
  /** What the platform's mail server takes between an address and its tag; `none` where it takes no tags. */
  BOUNCE_DELIMITER: z
    .enum([...tagDelimiters, 'none'])
    .default('+')
    .transform((value) => (value === 'none' ? null : value)),
  /** Where the platform's own receiver takes the answers to its addresses; without it, they go where each mail says. */
  MAIL_RECEIVER_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  MAIL_RECEIVER_HOST: z.string().min(1).default('127.0.0.1'),
  /** Files of its certificate and of the key of that, for STARTTLS. */
  MAIL_RECEIVER_CERTIFICATE: z.string().min(1).optional(),
  MAIL_RECEIVER_KEY: z.string().min(1).optional(),
  WORKER_HEALTH_PORT: z.coerce.number().int().min(1).max(65_535).default(4427),
  WORKER_DATABASE_POOL: z.coerce.number().int().min(4).max(200).default(24),
  /** Mailboxes that this worker can hold. */
  WORKER_MAILBOXES: z.coerce.number().int().min(0).max(10_000).default(1_000),
  /** Connections to the database for the mirrors of mailboxes. */
  WORKER_MAIL_POOL: z.coerce.number().int().min(1).max(100).default(8),
  WORKER_CACHED_WORKFLOWS: z.coerce.number().int().min(10).max(10_000).default(300),
});

const schema = variables.transform((environment, context) => {
  const { keys, problems } = readDkimKeys(environment);
  for (const { path, message } of problems)
    context.addIssue({ code: 'custom', path: [path], message, input: undefined });
  const receiver = readReceiverTls(environment);
  if (receiver.problem) context.addIssue({ code: 'custom', input: undefined, ...receiver.problem });
  return { ...environment, dkimKeys: keys, receiverTls: receiver.tls };
});

export type Configuration = z.infer<typeof schema>;

/** @throws Error with one line per variable that is missing or wrong */
export const readConfiguration = (env: NodeJS.ProcessEnv): Configuration =>
  readEnvironment(schema, env, 'The worker’s');
