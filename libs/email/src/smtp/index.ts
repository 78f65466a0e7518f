export * from './classify.js';
export * from './compose.js';
export * from './delivery-evidence.js';
export * from './mail-transport.js';
export * from './nodemailer-transport.js';
export * from './plain-text.js';
export * from './recording-transport.js';
export * from './write-mail.js';
