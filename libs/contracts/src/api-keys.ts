import { z } from 'zod';
import { id, instant, named, page } from './shared.js';

/** What a key can be allowed. Members, keys and brands are a person's business. */
export const keyScope = z.enum([
  'events:write',
  'records:read',
  'records:write',
  'automation:read',
  'automation:write',
  /** Writing mail to anybody in the studio’s name. */
  'mail:write',
  /** To tell of bounces and complaints: what a mail server needs, and nothing else. */
  'mail:report',
]);
export const newApiKey = z.strictObject({
  name: named(100),
  scopes: z
    .array(keyScope)
    .min(1)
    .max(10)
    .transform((scopes) => [...new Set(scopes)]),
});
export const apiKey = z.object({
  id,
  name: z.string(),
  /** The first characters of the key. */
  prefix: z.string(),
  scopes: z.array(z.string()),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
export const apiKeyList = page(apiKey);
/** Only in the answer that made it: the key itself is stored nowhere. */
export const madeApiKey = apiKey.extend({ key: z.string() });
export type KeyScope = z.infer<typeof keyScope>;
export type NewApiKey = z.infer<typeof newApiKey>;
export type ApiKey = z.infer<typeof apiKey>;
export type MadeApiKey = z.infer<typeof madeApiKey>;
