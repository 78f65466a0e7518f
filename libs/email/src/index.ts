/** Templates and messages: pure, for browser and server alike. */
export * from './autoreply/advertised-in.js';
export * from './autoreply/advertises.js';
export * from './autoreply/plain-letters.js';
export * from './files/read-attachment.js';
export * from './images/read-image.js';
export * from './mail/brand-layout.js';
export * from './message/index.js';
export * from './templates/index.js';
