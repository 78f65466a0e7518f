import type { Slot } from './tree.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"'`]/g, (char) => entities[char]!);

/** Schemes a link in a mail may have; anything else, `javascript:` and `data:` among it, becomes `#`. */
const allowedUrl = /^(?:https?:|mailto:|tel:|[^:]*$|[^:]*[/?#])/i;

export function safeUrl(url: string): string {
  // Browsers skip control characters and spaces in a scheme, so they are taken out before it is looked at.
  const visible = [...url].filter((char) => char.charCodeAt(0) > 32 && char.charCodeAt(0) !== 127).join('');
  return allowedUrl.test(visible) ? visible : '#';
}

export function escapeFor(slot: Slot, text: string): string {
  if (slot === 'plain') return text;
  if (slot === 'url') return escapeHtml(safeUrl(text));
  if (slot === 'attribute') return escapeHtml(text).replace(/[\r\n\t]/g, ' ');
  return escapeHtml(text).replace(/\r?\n/g, '<br>\n');
}
