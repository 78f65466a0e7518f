/** What PostgreSQL refuses in text and jsonb: U+0000, and half of a surrogate pair. Both become the replacement character. */
export const storableText = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '\uFFFD');

/** How JSON spells U+0000 and surrogates that stand alone; an escaped backslash before it makes it harmless, and costs no more than a second look. */
const suspicious = /\\u(?:0000|[dD][89a-fA-F])/;

/** JSON that PostgreSQL stores, whatever the texts in it are made of. A number that is none becomes null, as JSON has it. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return suspicious.test(json) ? JSON.stringify(storable(value)) : json;
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== 'object' || 'toJSON' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [storableText(key), storable(one)]));
}
