#!/usr/bin/env node
/**
 * Prisma's schema engine, served from its WASM build on npm: the same arguments and the same JSON-RPC over stdio as the native
 * engine that Prisma's commands would otherwise download. `prisma.config.ts` names it where no native engine is on disk.
 */
import fs from 'node:fs';
import readline from 'node:readline';
import pg from 'pg';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';

const argv = process.argv.slice(2);
const valuesOf = (flag) => argv.flatMap((word, i) => (word === flag ? [argv[i + 1]] : []));
const { url, shadowDatabaseUrl } = JSON.parse(valuesOf('--datasource')[0] ?? '{}');

if (argv.includes('--version')) {
  console.log('schema-engine-wasm');
  process.exit(0);
}

/** Runs `work` on a connection to the configured server; `database` overrides the one in the URL. */
async function onServer(database, work) {
  const target = new URL(url);
  if (database) target.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: target.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function createDatabase() {
  const databaseName = decodeURIComponent(new URL(url).pathname.slice(1));
  await onServer('postgres', async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(databaseName)}`);
  });
  return { databaseName };
}

const prismaCodes = {
  '3D000': 'P1003',
  '28P01': 'P1000',
  28000: 'P1000',
  ECONNREFUSED: 'P1001',
  ENOTFOUND: 'P1001',
  ETIMEDOUT: 'P1001',
};

/** PostgreSQL's and Node's error codes as the ones that Prisma's commands act upon, with the message. */
const knownError = (error) => [
  prismaCodes[error?.code] ?? (/^P\d{4}$/.test(error?.code) ? error.code : undefined),
  String(error?.message ?? error),
];

const cli = argv.indexOf('cli');
if (cli >= 0) await runOnce(argv[cli + 1]);

/** One-shot sub-commands answer by exit code and one JSON line; Prisma drops the first line of stderr, hence the blank one. */
async function runOnce(command) {
  const commands = {
    'can-connect-to-database': () => onServer(null, async () => undefined),
    'create-database': createDatabase,
  };
  try {
    await commands[command]();
    process.exit(0);
  } catch (error) {
    const [error_code, message] = knownError(error);
    const line = { level: 'ERROR', target: 'schema_engine::logger', fields: { error_code, message } };
    process.stderr.write(`\n${JSON.stringify(line)}`);
    process.exit(1);
  }
}

globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  message: '',
  set_message(message) {
    this.message = message;
  },
};
const glueUrl = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
const glue = await import(glueUrl);
const wasm = new WebAssembly.Module(fs.readFileSync(new URL('./schema_engine_bg.wasm', glueUrl)));
const { exports } = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': glue });
glue.__wbg_set_wasm(exports);
exports.__wbindgen_start();

/** Types of PostgreSQL's catalogue that the adapter cannot map; it reads them as text. */
const catalogueTypes = new Set([18, 22, 24, 28, 30, 194, 2205]);
const CHAR = 18;
const TEXT = 25;

/** `"char"` columns must come back as Character, the rest of the catalogue's types as text. */
function readCatalogueTypes(adapter) {
  const queryable = Object.getPrototypeOf(Object.getPrototypeOf(adapter)); // shared by pool and transactions
  if (queryable.readsCatalogueTypes) return;
  const { performIO } = queryable;
  queryable.readsCatalogueTypes = true;
  queryable.performIO = async function (query) {
    const result = await performIO.call(this, query);
    const chars = result.fields.flatMap((field, i) => (field.dataTypeID === CHAR ? [i] : []));
    for (const field of result.fields) if (catalogueTypes.has(field.dataTypeID)) field.dataTypeID = TEXT;
    result.fields.map = (fn) =>
      Array.from(result.fields, fn).map((type, i) =>
        type === ColumnTypeEnum.Text && chars.includes(i) ? ColumnTypeEnum.Character : type,
      );
    return result;
  };
}

const schema = url ? (new URL(url).searchParams.get('schema') ?? undefined) : undefined;

async function open(connectionString, onDispose) {
  const searchPath = schema && { options: `-c search_path=${pg.escapeIdentifier(schema)}` };
  const pool = new pg.Pool({ connectionString, max: 4, ...searchPath });
  const adapter = await new PrismaPg(pool, { schema }).connect();
  readCatalogueTypes(adapter);
  // The adapter's own version splits a script at every ";", those inside function bodies too.
  adapter.executeScript = async (sql) => {
    try {
      await pool.query(sql);
    } catch (error) {
      adapter.onError(error);
    }
  };
  adapter.dispose = async () => {
    await pool.end();
    await onDispose?.();
  };
  return adapter;
}

const factory = bindMigrationAwareSqlAdapterFactory({
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: () => open(url),
  // The adapter's own version ignores `database` beside a connection string: it would work on the main database.
  async connectToShadowDb() {
    if (shadowDatabaseUrl) return open(shadowDatabaseUrl);
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const shadow = new URL(url);
    shadow.pathname = `/${name}`;
    await onServer('postgres', (client) => client.query(`CREATE DATABASE "${name}"`));
    return open(shadow.href, () =>
      onServer('postgres', (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)),
    );
  },
});

let engine;
let currentId;
let nextPrintId = 1_000_000;
let queue = Promise.resolve();

const send = (message, done) =>
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`, done);

function sendError(id, [error_code, message], is_panic, done) {
  const data = { is_panic, error_code, message, error: { message }, meta: null };
  send({ id, error: { code: 4466, message, data } }, done);
}

// A Rust panic arrives as an uncaught WebAssembly.RuntimeError, never as a rejection.
process.on('uncaughtException', (error) => {
  const message = globalThis.PRISMA_WASM_PANIC_REGISTRY.message || String(error);
  sendError(currentId, [undefined, message], true, () => process.exit(101));
});

/**
 * The WASM build makes a shadow database in a diagnosis alone; the methods that compare with the migrations live on what the engine
 * remembers of it, and it forgets when it applies one. Only they pay for another: `migrate deploy` may not make databases.
 */
const comparing = new Set(['evaluateDataLoss', 'createMigration']);
let hasForgotten = false;

async function rememberMigrations({ migrationsList, filters }) {
  await engine.devDiagnostic({ migrationsList, filters });
  hasForgotten = false;
}

async function call(method, params) {
  if (method === 'createDatabase') return createDatabase();
  const datamodels = valuesOf('--datamodels').map((path) => [path, fs.readFileSync(path, 'utf8')]);
  const options = { datamodels: datamodels.length ? datamodels : undefined };
  engine ??= await glue.SchemaEngine.new(options, () => undefined, factory);
  if (method === 'getDatabaseVersion') return engine.version(params);
  if (hasForgotten && comparing.has(method)) await rememberMigrations(params);
  const result = (await engine[method](params)) ?? {};
  if (method === 'applyMigrations') hasForgotten ||= result.appliedMigrationNames.length > 0;
  if (method === 'diff' && result.stdout != null) {
    send({ id: nextPrintId++, method: 'print', params: { content: result.stdout } });
    result.stdout = null;
  }
  return result;
}

async function answer({ id, method, params }) {
  currentId = id;
  try {
    send({ id, result: await call(method, params) });
  } catch (error) {
    sendError(id, knownError(error), false);
  }
}

readline
  .createInterface({ input: process.stdin, crlfDelay: Infinity })
  .on('line', (line) => {
    const message = line.trim() ? JSON.parse(line) : {};
    if (message.method) queue = queue.then(() => answer(message));
  })
  .on('close', () => queue.finally(() => process.exit(0)));
