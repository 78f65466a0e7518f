/** Request and response shapes of the HTTP API, written once. */
export * as account from './account.js';
export * as apiKeys from './api-keys.js';
export * as bookings from './bookings.js';
export * as clients from './clients.js';
export * as events from './events.js';
export * as inquiries from './inquiries.js';
export * as invoices from './invoices.js';
export * as members from './members.js';
export * as messages from './messages.js';
export * as projects from './projects.js';
export * as runs from './runs.js';
export * as staff from './staff.js';
export * as tasks from './tasks.js';
export * as templates from './templates.js';
export * as vendors from './vendors.js';
export * as workflows from './workflows.js';
export * from './problem.js';
export * from './shared.js';
