import { z } from 'zod';
import { readEnvironment, serverUrl, sharedEnvironment } from '@cueline/database';
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
  ...sharedEnvironment,
  /** Whose X-Forwarded-For is believed, as addresses and networks; nobody's unless it is said. */
  TRUSTED_PROXIES: z.string().default('').transform(proxies),
  API_DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  /** The local mail catcher's HTTP address; without it its pages are not there. */
  MAIL_CATCHER_URL: serverUrl('http').optional(),
  /** The built UI. */
  UI_DIR: z.string().optional(),
});
export type Configuration = z.infer<typeof schema>;

/** @throws Error with one line per variable that is missing or wrong */
export const readConfiguration = (env: NodeJS.ProcessEnv): Configuration =>
  readEnvironment(schema, env, 'The API’s');

export const CONFIGURATION = Symbol('configuration');
