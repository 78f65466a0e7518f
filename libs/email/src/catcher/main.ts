/** The local mail catcher: an SMTP server that delivers nothing and shows everything. */
import type { EventEmitter } from 'node:events';
import { catcherApi } from './http-api.js';
import { MailStore } from './mail-store.js';
import { smtpCatcher } from './smtp-catcher.js';

const {
  CATCHER_HOST = '127.0.0.1',
  CATCHER_SMTP_PORT = '4425',
  CATCHER_HTTP_PORT = '4426',
  CATCHER_DIR = '.cueline/mail',
} = process.env;

const store = new MailStore(CATCHER_DIR, (file, problem) =>
  console.error(`mail catcher: ${file} is left out, it cannot be read: ${problem}`),
);
const smtp = smtpCatcher(store);
const http = catcherApi(store);
endOnTakenPort(smtp.server, 'CATCHER_SMTP_PORT', CATCHER_SMTP_PORT);
endOnTakenPort(http, 'CATCHER_HTTP_PORT', CATCHER_HTTP_PORT);
smtp.listen(Number(CATCHER_SMTP_PORT), CATCHER_HOST);
http.listen(Number(CATCHER_HTTP_PORT), CATCHER_HOST, () =>
  console.log(
    `mail catcher: SMTP on ${CATCHER_SMTP_PORT}, HTTP on ${CATCHER_HTTP_PORT}, mails in ${CATCHER_DIR}`,
  ),
);

function endOnTakenPort(server: EventEmitter, variable: string, port: string): void {
  server.prependListener('error', (error: NodeJS.ErrnoException) => {
    if (error.syscall !== 'listen') return;
    console.error(
      `mail catcher: port ${port} cannot be used (${error.code}). Set ${variable} to another one.`,
    );
    process.exit(1);
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    smtp.close();
    http.close(() => process.exit(0));
    http.closeAllConnections();
  });
}
