/** The local mail catcher: an SMTP server that delivers nothing and shows everything. */
import { catcherApi } from './http-api.js';
import { MailStore } from './mail-store.js';
import { smtpCatcher } from './smtp-catcher.js';

const {
  CATCHER_HOST = '127.0.0.1',
  CATCHER_SMTP_PORT = '4425',
  CATCHER_HTTP_PORT = '4426',
  CATCHER_DIR = '.cueline/mail',
} = process.env;

const store = new MailStore(CATCHER_DIR);
const smtp = smtpCatcher(store).listen(Number(CATCHER_SMTP_PORT), CATCHER_HOST);
const http = catcherApi(store).listen(Number(CATCHER_HTTP_PORT), CATCHER_HOST);
console.log(
  `mail catcher: SMTP on ${CATCHER_SMTP_PORT}, HTTP on ${CATCHER_HTTP_PORT}, mails in ${CATCHER_DIR}`,
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    smtp.close();
    http.close(() => process.exit(0));
    http.closeAllConnections();
  });
}
