import type { BlockDraft } from './template-draft.js';

export const text = (text: string) => (text ? [{ type: 'text' as const, text }] : []);
export const welcome: BlockDraft = {
  kind: 'blocks',
  name: 'Welcome',
  subject: text('Hi'),
  preheader: [],
  blocks: [],
  attachments: [],
};
