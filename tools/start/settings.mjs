/** Where everything of the embedded mode lies and listens; every port and part can be replaced by the environment. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Sentence } from '../provision/sentence.mjs';

const port = (name, otherwise) => {
  const value = Number(process.env[name] ?? otherwise);
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value;
  throw new Sentence(
    `${name} is "${process.env[name]}", which is no port.`,
    'Give a number from 1 to 65535.',
  );
};

export function readSettings(root) {
  const state = path.resolve(root, process.env.CUELINE_STATE ?? '.cueline');
  return {
    root,
    state,
    ports: {
      api: port('PORT', 4400),
      postgres: port('CUELINE_POSTGRES_PORT', 54_400),
      temporal: port('CUELINE_TEMPORAL_PORT', 7_244),
      temporalUi: process.env.CUELINE_TEMPORAL_UI ? port('CUELINE_TEMPORAL_UI_PORT', 7_245) : undefined,
      smtp: port('CUELINE_SMTP_PORT', 4_425),
      catcher: port('CUELINE_CATCHER_PORT', 4_426),
      worker: port('WORKER_HEALTH_PORT', 4_427),
    },
    external: {
      database: process.env.DATABASE_URL,
      temporal: process.env.TEMPORAL_ADDRESS,
      smtp: process.env.SMTP_URL,
    },
    namespace: process.env.TEMPORAL_NAMESPACE ?? 'cueline',
  };
}

/** Made once, kept beside the data, readable by their owner alone. */
export function readSecrets(state) {
  const file = path.join(state, 'secrets.json');
  try {
    mkdirSync(state, { recursive: true, mode: 0o755 });
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
    const word = (bytes) => randomBytes(bytes).toString('base64url');
    const secrets = {
      postgresPassword: word(24),
      secret: word(36),
      ownerPassword: word(9),
      apiKey: `cue_${word(24)}`,
    };
    writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    return secrets;
  } catch (error) {
    if (error.code === 'EACCES' || error.code === 'EROFS')
      throw new Sentence(`${state} cannot be written to.`, 'Set CUELINE_STATE to a folder of yours.');
    if (error.code === 'ENOSPC')
      throw new Sentence(
        `The disk is full: ${state} could not be written.`,
        'Free some space (1 GB is plenty) and start again.',
      );
    throw error;
  }
}
