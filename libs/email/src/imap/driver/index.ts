export { ImapDriver, type ImapOptions } from './imap-driver.js';
export { imapTimeouts, type ImapSettings, type ImapTimeouts } from './imap-connection.js';
export { CannotConnect } from './refusals.js';
