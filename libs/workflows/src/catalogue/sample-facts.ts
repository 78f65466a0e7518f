import type { EventType } from './event-types.js';
import { fieldsFor } from './event-types.js';
import type { FactValue, Facts } from './field.js';

/** Facts made of every field's sample value: what a preview shows before a real record is chosen. */
export function sampleFacts(type: EventType): Facts {
  const facts: Record<string, Record<string, FactValue>> = {};
  for (const field of fieldsFor(type)) {
    const [name, key] = field.path.split('.') as [string, string];
    (facts[name] ??= {})[key] = field.sample;
  }
  return facts;
}
