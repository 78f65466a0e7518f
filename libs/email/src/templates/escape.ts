import { escapeAddress, escapeQuery } from './address.js';
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

export function escapeFor(slot: Slot, text: string): string {
  if (slot === 'plain') return text;
  if (slot === 'url') return escapeHtml(escapeAddress(text));
  if (slot === 'query') return escapeHtml(escapeQuery(text));
  if (slot === 'attribute') return escapeHtml(text).replace(/[\r\n\t]/g, ' ');
  return escapeHtml(text).replace(/\r\n?|\n/g, '<br>\n');
}
