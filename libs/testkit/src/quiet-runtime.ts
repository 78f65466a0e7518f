import { DefaultLogger, Runtime } from '@temporalio/worker';

/** Suites say what failed; the SDK's own log of workers that come and go does not help. */
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: 'ERROR', forward: {} } },
});
