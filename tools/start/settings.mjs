/** Where everything of the embedded mode lies and listens; every port and part can be replaced by the environment. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Sentence } from '../provision/sentence.mjs';

function number(name, otherwise, lowest, highest) {
  const value = Number(process.env[name] || otherwise);
  if (Number.isInteger(value) && value >= lowest && value <= highest) return value;
  throw new Sentence(
    `${name} is "${process.env[name] ?? value}", which does not do.`,
    `Give a whole number from ${lowest} to ${highest}.`,
  );
}

export function readSettings(root) {
  const state = path.resolve(root, process.env.CUELINE_STATE || '.cueline');
  const offset = number('CUELINE_PORT_OFFSET', 0, 0, 10_000);
  const port = (name, usual) => number(name, usual + offset, 1, 65_535);
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
      // Mails that go out for real are answered at a receiver that the world reaches, or at none.
      receiver:
        process.env.SMTP_URL && !process.env.MAIL_RECEIVER_PORT
          ? undefined
          : port('MAIL_RECEIVER_PORT', 4_424),
    },
    external: {
      database: process.env.DATABASE_URL || undefined,
      temporal: process.env.TEMPORAL_ADDRESS || undefined,
      smtp: process.env.SMTP_URL || undefined,
    },
    namespace: process.env.TEMPORAL_NAMESPACE || 'cueline',
    ownerEmail: process.env.SEED_OWNER_EMAIL || 'owner@sample.cueline.test',
  };
}

/**
 * The ports that a start will listen on, each with its part and its variable.
 * @returns {{ what: string, port: number, variable: string }[]}
 */
export function wantedPorts({ ports, external }) {
  const one = (what, port, variable) => ({ what, port, variable });
  return [
    one('the product', ports.api, 'PORT'),
    one('the worker’s health', ports.worker, 'WORKER_HEALTH_PORT'),
    ports.receiver && one('the mail receiver', ports.receiver, 'MAIL_RECEIVER_PORT'),
    !external.database && one('PostgreSQL', ports.postgres, 'CUELINE_POSTGRES_PORT'),
    !external.temporal && one('Temporal', ports.temporal, 'CUELINE_TEMPORAL_PORT'),
    !external.temporal &&
      ports.temporalUi &&
      one('Temporal’s pages', ports.temporalUi, 'CUELINE_TEMPORAL_UI_PORT'),
    !external.smtp && one('the mail catcher', ports.smtp, 'CUELINE_SMTP_PORT'),
    !external.smtp && one('the mail catcher’s pages', ports.catcher, 'CUELINE_CATCHER_PORT'),
  ].filter(Boolean);
}

/**
 * Makes the state folder, for its owner alone. As root others may pass through it, but not look: PostgreSQL then runs as nobody.
 * @returns {boolean} whether this is the first start on it
 */
export function makeState(state) {
  makeFolder(state, process.getuid?.() === 0 ? 0o711 : 0o700);
  const owner = statSync(state).uid;
  if (process.getuid && owner !== process.getuid())
    throw new Sentence(
      `${state} belongs to another user (number ${owner}).`,
      'Start as that user, or set CUELINE_STATE to a folder of yours.',
    );
  return !existsSync(path.join(state, 'secrets.json'));
}

function makeFolder(state, mode) {
  try {
    mkdirSync(state, { recursive: true, mode });
    accessSync(state, constants.W_OK);
  } catch (error) {
    throw new Sentence(
      `The state folder ${state} cannot be written (${error.code}).`,
      'Check who owns it and its parents, and that its disk is not read-only; or set CUELINE_STATE to another folder.',
    );
  }
}

/** Made once, kept beside the data, readable by their owner alone. */
export function readSecrets(state) {
  const file = path.join(state, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const word = (bytes) => randomBytes(bytes).toString('base64url');
  const secrets = {
    postgresPassword: word(24),
    secret: word(36),
    ownerPassword: word(9),
    apiKey: `cue_${word(24)}`,
  };
  writeFileSync(`${file}.part`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.part`, file);
  return secrets;
}
