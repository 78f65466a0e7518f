/** Header fields by their names in small letters, each with its values in the order in which they came. */
export type HeaderFields = ReadonlyMap<string, readonly string[]>;

/** Fields of one block; more are a machine's fault, or an attack. */
const MOST_FIELDS = 500;
const MOST_CHARS = 20_000;

/** RFC 5322 2.2: fields, unfolded. Lines that are none are passed over. A name such as `__proto__` is a name like any other. */
export function readFields(block: string): HeaderFields {
  const fields = new Map<string, string[]>();
  let name = '';
  let count = 0;
  for (const line of block.split(/\r?\n/)) {
    const values = fields.get(name);
    if (/^[ \t]/.test(line)) {
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

/** `multipart/report; report-type=delivery-status` taken apart: the type and its parameters, all in small letters but the values. */
export function readContentType(value: string): {
  readonly type: string;
  readonly params: ReadonlyMap<string, string>;
} {
  const [type = '', ...rest] = value.slice(0, 2_000).split(';');
  const params = new Map<string, string>();
  for (const part of rest) {
    const found = /^\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^\s"]+))/.exec(part);
    if (found) params.set(found[1]!.toLowerCase(), found[2] ?? found[3] ?? '');
  }
  return { type: type.trim().toLowerCase(), params };
}
