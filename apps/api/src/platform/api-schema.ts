import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;
type Converted = JsonSchema & { readonly definitions?: JsonSchema };

const convert = (schema: z.ZodType): Converted =>
  z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', target: 'openapi-3.0' });

/** As it stands in the description of an answer: what has a name of its own is referred to by it. */
export function describeSchema(schema: z.ZodType): JsonSchema {
  const { definitions: _, ...described } = convert(schema);
  return referring(described);
}

/** The schemas that have a name (`meta({ id })`), each once. Their input is their output: none of them has a default. */
export function namedSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    ...{ io: 'output', unrepresentable: 'any', target: 'openapi-3.0' },
    uri: (id) => `${COMPONENTS}${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _, ...schema }]) => [name, schema as JsonSchema]),
  );
}

const COMPONENTS = '#/components/schemas/';

const referring = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? value.replace('#/definitions/', COMPONENTS) : value,
  ) as JsonSchema;
