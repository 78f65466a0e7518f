/** Templates and messages: pure, for browser and server alike. */
export * from './autoreply/index.js';
export { brandColors, type BrandColors } from './mail/brand-colors.js';
export * from './mail/brand-layout.js';
export * from './message/index.js';
export * from './templates/index.js';
