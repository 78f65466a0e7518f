/** The servers that the environment names instead of an embedded one: reached once, at the start, so that a wrong address is said in seconds. */
import { Sentence } from '../provision/sentence.mjs';
import { ensureNamespace } from '../provision/temporal.mjs';

const PATIENCE_MS = 5_000;
const OLDEST_POSTGRES = 140_000;

/** What a connection's error means to a person; the address is told without its password. */
const meanings = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of its host cannot be looked up',
  EHOSTUNREACH: 'its host is out of reach',
  ENETUNREACH: 'its network is out of reach',
  ETIMEDOUT: 'it did not answer within five seconds',
  ECONNECTION: 'nothing answers there',
  EDNS: 'there is no host of that name',
  EAUTH: 'it refuses the user name or the password',
  '28P01': 'it refuses the user name or the password',
  28000: 'it refuses the user name',
};
const meaningOf = (error) =>
  [error.originalCode, error.code, error.errors?.[0]?.code].map((code) => meanings[code]).find(Boolean) ??
  error.message;

async function addressOf(variable, value, schemes, example) {
  const { connectionUrlProblem } = await import('@cueline/database/connection-url');
  const problem = connectionUrlProblem(value, schemes, example);
  if (problem) throw new Sentence(`${variable} ${problem}`);
  return new URL(value);
}

/** @returns {Promise<string>} the URL; a database that is not there yet is made by the migrations */
export async function reachDatabase(value) {
  const url = await addressOf(
    'DATABASE_URL',
    value,
    ['postgresql', 'postgres'],
    'postgresql://user:password@host:5432/database',
  );
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: value, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version");
    if (rows[0].version < OLDEST_POSTGRES)
      throw new Sentence(
        `The PostgreSQL at ${url.host} is version ${Math.floor(rows[0].version / 10_000)}.`,
        'Cueline needs 14 or newer: set DATABASE_URL to another, or leave it out for the embedded one.',
      );
  } catch (error) {
    if (error instanceof Sentence) throw error;
    if (error.code !== '3D000') throw unreachable('PostgreSQL', url.host, 'DATABASE_URL', error);
  } finally {
    await client.end();
  }
  return value;
}

/** @returns {Promise<string>} the address, with the namespace there */
export async function reachTemporal(address, namespace) {
  const { Connection } = await import('@temporalio/client');
  const apiKey = process.env.TEMPORAL_API_KEY;
  const tls = process.env.TEMPORAL_TLS === 'true' || Boolean(apiKey);
  let connection;
  try {
    connection = await Connection.connect({ address, apiKey, tls, connectTimeout: PATIENCE_MS });
    await connection.withDeadline(Date.now() + PATIENCE_MS, () => ensureNamespace(connection, namespace));
  } catch (error) {
    const what = connection ? `its namespace \`${namespace}\` cannot be used: ${error.message}` : undefined;
    throw unreachable('Temporal server', address, 'TEMPORAL_ADDRESS', what ? new Error(what) : error);
  } finally {
    await connection?.close();
  }
  return address;
}

/** @returns {Promise<string>} the URL of a server that lets us in */
export async function reachMailServer(value) {
  const url = await addressOf('SMTP_URL', value, ['smtp', 'smtps'], 'smtp://user:password@host:587');
  const { createTransport } = await import('nodemailer');
  const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, dnsTimeout: PATIENCE_MS };
  const transport = createTransport({ url: value, ...patience });
  try {
    await transport.verify();
  } catch (error) {
    throw unreachable('mail server', url.host, 'SMTP_URL', error);
  } finally {
    transport.close();
  }
  return value;
}

const unreachable = (part, host, variable, error) =>
  new Sentence(
    `The ${part} at ${host} cannot be used: ${meaningOf(error)}.`,
    `Correct ${variable}, or leave it out for the embedded one.`,
  );
