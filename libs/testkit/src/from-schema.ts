import fc from 'fast-check';

/** What is read of a JSON Schema, as the API description writes it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}
export type Schemas = Readonly<Record<string, Schema>>;

export interface MakingOptions {
  /** Schemas that `$ref` names. */
  readonly schemas: Schemas;
  /** A field's value by its name, before its schema is asked; undefined: by its schema. */
  readonly field?: (name: string, schema: Schema) => fc.Arbitrary<unknown> | undefined;
  /** What may stand in the place of any value. */
  readonly instead?: fc.Arbitrary<unknown>;
  /** Whether an object carries the fields that it need not. */
  readonly whole?: boolean;
}

const DEEPEST = 5;
const LONGEST_TEXT = 40;
const LONGEST_LIST = 3;

/** Values that fit a schema, or nearly so. */
export function fromSchema(schema: Schema, options: MakingOptions, depth = 0): fc.Arbitrary<unknown> {
  // A schema that names itself must end somewhere.
  if (depth > 2 * DEEPEST) return fc.constant(null);
  const fitting = fit(schema, options, depth);
  return options.instead
    ? fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: options.instead })
    : fitting;
}

function fit(schema: Schema, options: MakingOptions, depth: number): fc.Arbitrary<unknown> {
  const { schemas } = options;
  if (schema.$ref) return fromSchema(schemas[schema.$ref.split('/').at(-1)!] ?? {}, options, depth + 1);
  if (schema.allOf?.length === 1) return fit(schema.allOf[0]!, options, depth);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const among = schema.oneOf ?? schema.anyOf;
  // Too deep, the first alternative is the simplest.
  if (among)
    return fc.oneof(
      ...(depth > DEEPEST ? among.slice(0, 1) : among).map((one) => fit(one, options, depth + 1)),
    );
  const types = [schema.type ?? 'any'].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema, options, depth)));
}

function ofType(type: string, schema: Schema, options: MakingOptions, depth: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return fc.integer({ min: within(schema.minimum, 0), max: within(schema.maximum, 1_000) });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return listOf(schema, options, depth);
    case 'object':
      return objectOf(schema, options, depth);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function listOf(schema: Schema, options: MakingOptions, depth: number): fc.Arbitrary<unknown[]> {
  const { items = {}, minItems: minLength = 0, maxItems = LONGEST_LIST, uniqueItems = false } = schema;
  const maxLength = depth > DEEPEST ? minLength : Math.min(maxItems, LONGEST_LIST);
  const one = fromSchema(items, options, depth + 1);
  return uniqueItems
    ? fc.uniqueArray(one, { minLength, maxLength, selector: (item) => JSON.stringify(item) })
    : fc.array(one, { minLength, maxLength });
}

const within = (bound: number | undefined, otherwise: number) =>
  Math.max(-1_000_000, Math.min(bound ?? otherwise, 1_000_000));

function textOf({ format, pattern, minLength = 0, maxLength = LONGEST_TEXT }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.nat(99_999).map((n) => `mara${n}@example.test`);
  if (format === 'uri') return fc.nat(999).map((n) => `https://example.test/${n}`);
  const day = {
    min: new Date('2027-01-01T00:00:00Z'),
    max: new Date('2028-01-01T00:00:00Z'),
    noInvalidDate: true,
  };
  if (format === 'date-time') return fc.date(day).map((date) => date.toISOString());
  if (format === 'date') return fc.date(day).map((date) => date.toISOString().slice(0, 10));
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, LONGEST_TEXT)) });
}

function objectOf(schema: Schema, options: MakingOptions, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, inner]) => [name, options.field?.(name, inner) ?? fromSchema(inner, options, depth + 1)] as const,
  );
  const named = fc.record(Object.fromEntries(fields), {
    requiredKeys: options.whole ? fields.map(([name]) => name) : [...(schema.required ?? [])],
  });
  if (typeof schema.additionalProperties !== 'object') return named;
  const more = fc.dictionary(fc.string({ maxLength: 20 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 });
  return fc.tuple(more, named).map(([others, own]) => ({ ...others, ...own }));
}
