export type { HeaderFields } from '../../mime/header-fields.js';
export * from './mail-report.js';
export * from './parsed-mail.js';
export * from './read-mail-report.js';
export * from './return-tags.js';
export * from './unsubscribe-request.js';
