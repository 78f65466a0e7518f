export * from '../mail/index.js';
export * from './classify.js';
export * from '../mail/compose.js';
export * from './delivery-evidence.js';
export * from './mail-transport.js';
export * from './recording-transport.js';
export { cleanReply } from './reply.js';
export { waitIn } from './reply-texts.js';
export * from './smtp-causes.js';
