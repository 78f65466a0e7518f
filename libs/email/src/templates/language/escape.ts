import type { AddressSlot, Slot } from './tree.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"'`]/g, (char) => entities[char]!);

/** For all places but those in addresses, which `AddressWriter` knows. */
export function escapeFor(slot: Exclude<Slot, AddressSlot>, text: string): string {
  if (slot === 'plain') return text;
  if (slot === 'attribute') return escapeHtml(text).replace(/[\r\n\t]/g, ' ');
  return escapeHtml(text).replace(/\r\n?|\n/g, '<br>\n');
}
