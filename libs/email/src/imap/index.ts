/** The sync of a mailbox: the pure core, and what carries it out. */
export * from './core/index.js';
export { drive, type Driven } from './drive.js';
export type { MailServer, MirrorStore } from './ports.js';
