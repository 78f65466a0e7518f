/** Header fields by their names in small letters, each with its values in the order in which they came. */
export type HeaderFields = ReadonlyMap<string, readonly string[]>;

/** Fields of one block; more are a machine's fault, or an attack. */
const MOST_FIELDS = 500;
const MOST_CHARS = 100_000;

/** A parameter on a line of its own that its program did not fold. */
const goesOn = (line: string, last: string | undefined): boolean =>
  last?.endsWith(';') === true && /^[\w*-]{1,40}=/.test(line);

/** RFC 5322 2.2: fields, unfolded. Lines that are none are passed over. A name such as `__proto__` is a name like any other. */
export function readFields(block: string): HeaderFields {
  const fields = new Map<string, string[]>();
  let name = '';
  let count = 0;
  for (const line of block.split(/\r?\n/)) {
    const values = fields.get(name);
    if (/^[ \t]/.test(line) || goesOn(line, values?.at(-1))) {
      const last = values?.at(-1);
      if (values && last !== undefined && last.length < MOST_CHARS)
        values[values.length - 1] = `${last} ${line.trim()}`.trim();
      continue;
    }
    const colon = line.indexOf(':');
    name = /^[!-9;-~]{1,100}$/.test(line.slice(0, colon).trimEnd())
      ? line.slice(0, colon).trimEnd().toLowerCase()
      : '';
    if (colon <= 0 || name === '' || ++count > MOST_FIELDS) {
      name = '';
      continue;
    }
    const value = line.slice(colon + 1, colon + 1 + MOST_CHARS).trim();
    const known = fields.get(name);
    if (known) known.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

export const fieldOf = (fields: HeaderFields, name: string): string => fields.get(name)?.[0] ?? '';
