import { z } from 'zod';
import { parseHostList, type HostList } from '@cueline/egress';
import { webhookAllowSchema } from '@cueline/workflows';
import { credentialKeysSchema } from '../credentials/key-ring.js';
import { serverUrl } from './server-url.js';

const smtpAllowSchema = z
  .string()
  .default('')
  .transform((text, context): HostList => {
    const allow = parseHostList(text);
    if (allow) return allow;
    context.addIssue('must list hosts, each perhaps with its port, parted by commas: mail.inside.test:25');
    return z.NEVER;
  });

/** What the API and the worker read alike: what one makes of it (an address in a mail, a signature) must be what the other does. */
export const sharedEnvironment = {
  DATABASE_URL: serverUrl('postgresql'),
  /** What signs links, sessions and webhooks follows from it. */
  CUELINE_SECRET: z
    .string()
    .min(
      32,
      'needs at least 32 characters, the same for the API and the worker; make one with `openssl rand -hex 32`',
    ),
  /** Where the API listens. */
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
  /** Where people reach the product: cookies and origins are held to it, and links in mails lead to it. */
  PUBLIC_URL: serverUrl('http').optional(),
  /** Of the addresses that the platform sends from. */
  PLATFORM_MAIL_DOMAIN: z.string().min(3).default('mail.cueline.test'),
  /** Hosts that webhooks may call inside the own network and without encryption, too. */
  WEBHOOK_ALLOW: webhookAllowSchema,
  /** Mail servers that a brand's own account may use inside the own network and without encryption, too. */
  SMTP_ALLOW: smtpAllowSchema,
  /** The product as Google and Microsoft know it, where the operator has registered it there; other addresses than theirs for a tenant or a test. */
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  GOOGLE_AUTHORIZE_URL: serverUrl('http').optional(),
  GOOGLE_TOKEN_URL: serverUrl('http').optional(),
  MICROSOFT_CLIENT_ID: z.string().min(1).optional(),
  MICROSOFT_CLIENT_SECRET: z.string().min(1).optional(),
  MICROSOFT_AUTHORIZE_URL: serverUrl('http').optional(),
  MICROSOFT_TOKEN_URL: serverUrl('http').optional(),
  /** What seals the secrets of accounts, the newest first; what follows from `CUELINE_SECRET` where none is given. */
  CREDENTIAL_KEYS: credentialKeysSchema,
};

interface Place {
  readonly PUBLIC_URL?: string | undefined;
  readonly HOST: string;
  readonly PORT: number;
}

/** Where people reach the product, without a slash at its end. */
export const publicUrl = ({ PUBLIC_URL, HOST, PORT }: Place): string =>
  (PUBLIC_URL ?? `http://${HOST}:${PORT}`).replace(/\/+$/, '');

/** @param whose "The API's", for the error @throws Error with one line per variable that is missing or wrong */
export function readEnvironment<Schema extends z.ZodType>(
  schema: Schema,
  env: NodeJS.ProcessEnv,
  whose: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${whose} environment is not complete:\n${lines.join('\n')}`);
}

/** Where everybody sees the images of mails, without a slash at its end. */
export const filesUrl = (publicUrl: string): string => `${publicUrl}/api/v1/files`;
