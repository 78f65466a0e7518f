import { z } from 'zod';
import { serverUrl } from '@cueline/database';
import { webhookAllowSchema } from '@cueline/workflows';
import { readProxies } from './limits/place.js';

function proxies(text: string, context: z.RefinementCtx<string>): string[] {
  try {
    return readProxies(text);
  } catch (error) {
    context.addIssue((error as Error).message);
    return z.NEVER;
  }
}

const schema = z.object({
  DATABASE_URL: serverUrl('postgresql'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
  /** Where people reach the product; cookies and origins are held to it. */
  PUBLIC_URL: serverUrl('http').optional(),
  /** Hosts that webhooks may call inside the own network and without encryption, too; the worker’s own. */
  WEBHOOK_ALLOW: webhookAllowSchema,
  /** Whose X-Forwarded-For is believed, as addresses and networks; nobody's unless it is said. */
  TRUSTED_PROXIES: z.string().default('').transform(proxies),
  CUELINE_SECRET: z.string().min(32, 'needs at least 32 characters; make one with `openssl rand -hex 32`'),
  API_DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  /** The local mail catcher's HTTP address; without it its pages are not there. */
  MAIL_CATCHER_URL: serverUrl('http').optional(),
  /** The built UI. */
  UI_DIR: z.string().optional(),
});
export type Configuration = z.infer<typeof schema>;

/** Reads the environment. @throws Error with one line per variable that is missing or wrong */
export function readConfiguration(env: NodeJS.ProcessEnv): Configuration {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The API's environment is not complete:\n${lines.join('\n')}`);
}

export const publicUrl = ({ PUBLIC_URL, HOST, PORT }: Configuration): string =>
  PUBLIC_URL ?? `http://${HOST}:${PORT}`;

export const CONFIGURATION = Symbol('configuration');
