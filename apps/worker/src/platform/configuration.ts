import { z } from 'zod';
import { serverUrl } from '@cueline/database';
import { webhookAllowSchema } from '@cueline/workflows';

const port = z.coerce.number().int().min(1).max(65_535);

const schema = z.object({
  DATABASE_URL: serverUrl('postgresql'),
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7244'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('cueline'),
  TEMPORAL_API_KEY: z.string().optional(),
  TEMPORAL_TLS: z.enum(['true', 'false']).default('false'),
  SMTP_URL: serverUrl('smtp').default('smtp://127.0.0.1:4425'),
  /** A service that can be asked whether it took a Message-ID, as the mail catcher can. */
  SMTP_EVIDENCE_URL: serverUrl('http').optional(),
  PLATFORM_MAIL_DOMAIN: z.string().min(3).default('mail.cueline.test'),
  /** What signs webhooks follows from it; the API’s own. */
  CUELINE_SECRET: z.string().min(32, 'needs at least 32 characters, the same as the API’s'),
  /** Hosts that webhooks may call inside the own network and without encryption, too. */
  WEBHOOK_ALLOW: webhookAllowSchema,
  /** Where people reach the product, for links in mails within the studio; else the API’s own HOST and PORT. */
  PUBLIC_URL: serverUrl('http').optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(4400),
  WORKER_HEALTH_PORT: port.default(4427),
  WORKER_DATABASE_POOL: z.coerce.number().int().min(4).max(200).default(24),
  WORKER_CACHED_WORKFLOWS: z.coerce.number().int().min(10).max(10_000).default(300),
});

export type Configuration = z.infer<typeof schema>;

/** Reads the environment. @throws Error with one line per variable that is missing or wrong */
export function readConfiguration(env: NodeJS.ProcessEnv): Configuration {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The worker's environment is not complete:\n${lines.join('\n')}`);
}

export const publicUrl = ({ PUBLIC_URL, HOST, PORT }: Configuration): string =>
  (PUBLIC_URL ?? `http://${HOST}:${PORT}`).replace(/\/$/, '');

export const CONFIGURATION = Symbol('configuration');
