/**
 * The environment of the product's processes on this machine, said once: for `npm start`, for the stacks of the tests and for the bench.
 * @param {{
 *   database: string, temporal: string, namespace?: string, secret: string, mailFolder: string, usesCatcher?: boolean,
 *   ports: { api: number, worker: number, smtp: number, catcher: number, receiver?: number },
 * }} product `usesCatcher`: the mail server is the local catcher, else the one that SMTP_URL names
 * @returns {NodeJS.ProcessEnv}
 */
export function productEnv({ database, temporal, namespace, secret, ports, mailFolder, usesCatcher = true }) {
  const catcherUrl = `http://127.0.0.1:${ports.catcher}`;
  return {
    ...process.env,
    ...(usesCatcher && {
      SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
      SMTP_EVIDENCE_URL: catcherUrl,
      MAIL_CATCHER_URL: catcherUrl,
    }),
    DATABASE_URL: database,
    TEMPORAL_ADDRESS: temporal,
    ...(namespace !== undefined && { TEMPORAL_NAMESPACE: namespace }),
    CUELINE_SECRET: secret,
    PORT: String(ports.api),
    WORKER_HEALTH_PORT: String(ports.worker),
    ...(ports.receiver !== undefined && { MAIL_RECEIVER_PORT: String(ports.receiver) }),
    CATCHER_SMTP_PORT: String(ports.smtp),
    CATCHER_HTTP_PORT: String(ports.catcher),
    CATCHER_DIR: mailFolder,
  };
}
