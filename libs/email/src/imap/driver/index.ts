export { ImapDriver, type ImapOptions } from './imap-driver.js';
export type { ImapSettings } from './imap-connection.js';
