/** What mail, conditions, screens and database share: zones, currencies, languages, names, addresses and the comparison of text. Pure, without packages. */
export * from './blanks.js';
export * from './currencies.js';
export * from './cut-text.js';
export * from './domain-names.js';
export * from './email-address.js';
export * from './fold-text.js';
export * from './formatters.js';
export * from './greeting-name.js';
export * from './languages.js';
export * from './money.js';
export * from './recipient-formats.js';
export * from './zone-names.js';
export * from './zones.js';
