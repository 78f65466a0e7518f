import type { Attribute } from '@tiptap/core';

export type Name =
  'id' | 'align' | 'source' | 'alt' | 'width' | 'link' | 'address' | 'height' | 'record' | 'rows' | 'when';

/** A block's id stays where it is: neither the second half of a split text nor a copy has it. */
const id: Partial<Attribute> = { default: null, rendered: false, keepOnSplit: false };

const align: Partial<Attribute> = {
  default: null,
  parseHTML: ({ style: { textAlign } }) =>
    textAlign === 'center' || textAlign === 'right' ? textAlign : null,
  renderHTML: ({ align: value }) => (typeof value === 'string' ? { style: `text-align: ${value}` } : {}),
};

/** Goes through the clipboard as JSON; what another program has written there is checked by `pastedBlock`. */
const asJson = (name: Name): Partial<Attribute> => ({
  default: null,
  parseHTML: (element) => parsed(element.getAttribute(`data-${name}`)),
  renderHTML: (attrs) => ({ [`data-${name}`]: JSON.stringify(attrs[name]) }),
});

function parsed(json: string | null): unknown {
  if (json === null) return null;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

const special: Partial<Record<Name, Partial<Attribute>>> = { id, align };

export const attributes = (...names: readonly Name[]): Record<string, Partial<Attribute>> =>
  Object.fromEntries(names.map((name) => [name, special[name] ?? asJson(name)]));
