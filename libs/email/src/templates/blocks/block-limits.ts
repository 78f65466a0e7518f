/** Generous for a mail, small for a machine. */
export const blockLimits = {
  blocks: 200,
  /** Runs of text, fields and breaks of one block. */
  inlines: 1_000,
  text: 20_000,
  items: 100,
  rows: 40,
  /** Characters of a line with fields: a label, an address. */
  line: 2_000,
  preheader: 300,
  label: 80,
  alt: 500,
  fallback: 300,
  /** Pixels between the sides of a mail's card. */
  width: 544,
  spacer: { least: 4, most: 120 },
} as const;
