/** Templates and messages: pure, for browser and server alike. */
export * from './autoreply/index.js';
export * from './files/read-attachment.js';
export * from './images/read-image.js';
export * from './mail/brand-layout.js';
export * from './message/index.js';
export * from './templates/index.js';
