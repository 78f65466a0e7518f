import { z } from 'zod';
import { readEnvironment, serverUrl, sharedEnvironment } from '@cueline/database';

const schema = z.object({
  ...sharedEnvironment,
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7244'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('cueline'),
  TEMPORAL_API_KEY: z.string().optional(),
  TEMPORAL_TLS: z.enum(['true', 'false']).default('false'),
  SMTP_URL: serverUrl('smtp').default('smtp://127.0.0.1:4425'),
  /** A service that can be asked whether it took a Message-ID, as the mail catcher can. */
  SMTP_EVIDENCE_URL: serverUrl('http').optional(),
  WORKER_HEALTH_PORT: z.coerce.number().int().min(1).max(65_535).default(4427),
  WORKER_DATABASE_POOL: z.coerce.number().int().min(4).max(200).default(24),
  WORKER_CACHED_WORKFLOWS: z.coerce.number().int().min(10).max(10_000).default(300),
});

export type Configuration = z.infer<typeof schema>;

/** @throws Error with one line per variable that is missing or wrong */
export const readConfiguration = (env: NodeJS.ProcessEnv): Configuration =>
  readEnvironment(schema, env, 'The worker’s');
