import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { pingDatabase } from '@cueline/database';
import { dkimRecordOf } from '@cueline/email/dkim';
import { readConfiguration } from './platform/configuration.js';
import { healthServer } from './platform/health.js';
import { log, messageOf } from './platform/log.js';
import { assembleWorker } from './worker.js';
import { WorkerModule } from './worker.module.js';

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const parts = assembleWorker(configuration);
  const app = await NestFactory.createApplicationContext(WorkerModule.of(parts.sweeps), {
    logger: ['error', 'warn'],
  });
  const health = healthServer(configuration.WORKER_HEALTH_PORT, async () => {
    const database = await pingDatabase(parts.pool).then(
      () => [],
      (error: unknown) => [`PostgreSQL: ${messageOf(error)}`],
    );
    return [...database, ...(parts.runtime.client ? [] : ['Temporal is away'])];
  });
  parts.runtime.start();
  parts.mailWatch.start();
  await parts.listener.start();
  await parts.mailReceiver?.start();
  log.info('worker is running');
  for (const record of configuration.dkimKeys.map(dkimRecordOf))
    log.info(`mails are signed; the DNS has to hold ${record.name} TXT "${record.value}"`);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    parts.sweeps.stop();
    await parts.mailReceiver?.stop();
    await app.close();
    await parts.listener.stop();
    await parts.mailWatch.stop();
    await parts.dispatcher.stop();
    await parts.deliveryWorker.stop();
    await parts.intake.stop();
    await parts.reader.close();
    await parts.runtime.stop();
    parts.transports.close();
    for (const pool of [...parts.mailPools, parts.pool]) await pool.end();
    health.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

main().catch((error: unknown) => {
  log.warn(messageOf(error));
  process.exit(1);
});
