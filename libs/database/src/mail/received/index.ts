export * from './received-mails.sql.js';
