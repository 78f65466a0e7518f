export { receiverLimits } from './receiver-limits.js';
export * from './smtp-receiver.js';
