import type { Described } from '@cueline/testkit/api-description';
import type { Schema, Schemas } from '@cueline/testkit/from-schema';

/** One value that a route's body can hold. */
export interface Field {
  /** "/operations/0/step/name" */
  readonly pointer: string;
  readonly schema: Schema;
  /** The kind of step that the field belongs to. */
  readonly kind?: string;
  /** Where a body has alternatives: what this one of them holds. */
  readonly among?: readonly string[];
}

const DEEPEST = 7;

/** Every text and number of a body, each of them once; `open`: places whose inside the description leaves open. */
export function fieldsOf(
  { body }: Pick<Described, 'body'>,
  schemas: Schemas,
): { fields: Field[]; open: string[] } {
  const fields = new Map<string, Field>();
  const open = new Set<string>();
  const walk = (schema: Schema, pointer: string, of: Pick<Field, 'kind' | 'among'>): void => {
    if (pointer.split('/').length > DEEPEST + 1) return;
    if (schema.$ref) return walk(schemas[schema.$ref.split('/').at(-1)!] ?? {}, pointer, of);
    const among = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
    for (const one of among)
      walk(one, pointer, pointer || !one.properties ? of : { ...of, among: Object.keys(one.properties) });
    if (among.length > 0 || schema.enum || schema.const !== undefined) return;
    const types = [schema.type ?? 'any'].flat();
    if (schema.properties) {
      const own = schema.properties['kind'];
      const named = own?.const ?? own?.enum?.[0];
      // Of steps alone: a booking has a kind, too, and it is a text.
      const kind = schema.properties['id'] && typeof named === 'string' ? { kind: named } : {};
      for (const [name, one] of Object.entries(schema.properties))
        walk(one, `${pointer}/${name}`, { ...of, ...kind });
    } else if (types.includes('array')) walk(schema.items ?? {}, `${pointer}/0`, of);
    else if (types.includes('object') || types.includes('any')) open.add(pointer);
    else if (!types.includes('boolean'))
      fields.set(`${of.kind ?? ''} ${pointer}`, { pointer, schema, ...of });
  };
  walk(body ?? {}, '', {});
  return { fields: [...fields.values()], open: [...open] };
}

const HERE = '\u0001the value\u0001';

/** A body as text, with these very letters at a place. */
export function bodyWith(body: unknown, pointer: string, written: string): string {
  const copy: unknown = structuredClone(body ?? {});
  const keys = pointer.split('/').slice(1);
  let within = copy as Record<string, unknown>;
  for (const [i, key] of keys.entries()) {
    if (i === keys.length - 1) within[key] = HERE;
    else {
      const next = within[key];
      if (typeof next !== 'object' || next === null) within[key] = /^\d+$/.test(keys[i + 1]!) ? [] : {};
      within = within[key] as Record<string, unknown>;
    }
  }
  return JSON.stringify(copy).replace(JSON.stringify(HERE), () => written);
}

/** Of a field whose object the body does not hold: that object's place, since it then lacks other things, too. */
export function parentMade(body: unknown, pointer: string): string {
  const keys = pointer.split('/').slice(1);
  let within = body as Record<string, unknown> | undefined;
  for (const [i, key] of keys.slice(0, -1).entries()) {
    const next = within?.[key];
    if (typeof next !== 'object' || next === null) return `/${keys.slice(0, i + 1).join('/')}`;
    within = next as Record<string, unknown>;
  }
  return pointer;
}
