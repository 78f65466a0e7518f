/** The embedded Temporal server: the arguments it runs with, and the wait until it serves. */
import { Sentence } from './sentence.mjs';

/**
 * Each start and each end of a run is also written to the list of runs that Temporal's own pages search, into sixty indexes: a third of the server's work, on
 * the one connection that the runs' progress waits for. Nothing of the product reads it. Looked for five times a second by one writer, a run that is
 * over by then is written once instead of twice.
 */
const QUIET_VISIBILITY = {
  'history.visibilityProcessorMaxPollRPS': 5,
  'history.visibilityProcessorSchedulerWorkerCount': 1,
};

/**
 * Temporal keeps the state of the last 128,000 runs for an hour, ended ones too, at some 15 KB each, and the events of the latest for other clusters, of
 * which there are none. All of it is what a collection walks through. A run that is not among the last thousand is read from the file when it goes on.
 */
const SMALL_CACHES = {
  'history.hostLevelCacheMaxSize': 1_000,
  'history.xdcCacheMaxSizeBytes': 65_536,
};

const DYNAMIC_CONFIG = Object.entries({ ...QUIET_VISIBILITY, ...SMALL_CACHES }).flatMap(([key, value]) => [
  '--dynamic-config-value',
  `${key}=${value}`,
]);

/**
 * Go's percentage of the living heap that may be allocated until the next collection; its own is 100. A collection takes every core that the server itself does not
 * need, from the worker and from PostgreSQL too, and the mails of that moment wait. With the small caches the heap stays below what it was.
 */
const GOGC = '300';

/**
 * The embedded server: its state in one SQLite file, written ahead and fully synchronised, so that runs survive a power cut.
 * @param {{ program: string, port: number, databaseFile?: string, uiPort?: number }} options without a file the state is in memory
 */
export function serverCommand({ program, port, databaseFile, uiPort }) {
  const ui = uiPort ? ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)] : ['--headless'];
  const database = databaseFile
    ? [
        '--db-filename',
        databaseFile,
        '--sqlite-pragma',
        'journal_mode=WAL',
        '--sqlite-pragma',
        'synchronous=FULL',
      ]
    : [];
  return {
    file: program,
    args: [
      'server',
      'start-dev',
      ...ui,
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      ...database,
      ...DYNAMIC_CONFIG,
      '--log-level',
      'error',
    ],
    options: { env: { ...process.env, GOGC: process.env.GOGC ?? GOGC } },
  };
}

export const RETENTION_DAYS = 30;

/** Waits until the server answers and makes the namespace, whose retention `start-dev` would otherwise leave at one day. */
export async function untilServing({ address, namespace, child, timeoutMs = 30_000 }) {
  const { Connection } = await import('@temporalio/client');
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (child && child.exitCode !== null)
      throw new Sentence(`The Temporal server stopped with exit code ${child.exitCode} while starting.`);
    try {
      const connection = await Connection.connect({ address, connectTimeout: 2_000 });
      try {
        if (namespace) await ensureNamespace(connection, namespace);
      } finally {
        await connection.close();
      }
      return;
    } catch (error) {
      if (Date.now() > deadline)
        throw new Sentence(`The Temporal server at ${address} does not answer: ${error.message}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const ALREADY_EXISTS = 6;
const PERMISSION_DENIED = 7;
const UNIMPLEMENTED = 12;

/** Makes the namespace unless it is there; a server where that is not allowed must have it. */
export async function ensureNamespace(connection, namespace) {
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: RETENTION_DAYS * 86_400 },
    });
  } catch (error) {
    if (![ALREADY_EXISTS, PERMISSION_DENIED, UNIMPLEMENTED].includes(error.code)) throw error;
  }
  await connection.workflowService.describeNamespace({ namespace });
}
