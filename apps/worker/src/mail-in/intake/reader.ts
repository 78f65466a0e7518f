import { IncomingPool } from '@cueline/email/incoming/pool';

/** Read from the sources (Jest), a thread still needs JavaScript: the built one. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/program/reading-thread.js' : './reading-thread.js',
  import.meta.url,
);

/** The mails of strangers are read on threads, which can be ended. */
export const mailReader = (): IncomingPool => new IncomingPool(entry);
