/** Mail that came in: what its octets say. Pure; `./pool` does it on threads. */
export * from '../mime/index.js';
export * from './parse/calendar.js';
export * from './parse/header-date.js';
export * from './parse/incoming-mail.js';
export * from './parse/message-ids.js';
export * from './parse/people.js';
export * from './parse/read-incoming-mail.js';
export * from './reply-text/reply-text.js';
export * from './html/clean-html.js';
export * from './html/mail-document.js';
export * from './kind/classify.js';
export * from './kind/form-person.js';
export type { Sign } from './kind/signs.js';
export * from './links/address-forms.js';
export * from './links/choose-links.js';
export * from './threads/base-subject.js';
export * from './threads/choose-thread.js';
export * from './links/forwarded-person.js';
