/** How a brand's mails look: pure, so that its page shows them as they leave. */
export { brandColors } from './brand-colors.js';
export { brandLayout } from './brand-layout.js';
