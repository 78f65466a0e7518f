import type { Facts, FactValue } from '../../catalogue/field.js';
import { factAt } from '../../conditions/evaluate.js';
import type { CallWebhookStep } from './step.js';

/** What a webhook is about; null for what only a real run has. */
export interface WebhookAbout {
  readonly event: { readonly id: string | null; readonly type: string; readonly occurredAt: string };
  readonly workflow: { readonly id: string };
  readonly run: { readonly id: string | null };
  /** The record that the run is about. */
  readonly record: { readonly type: string; readonly id: string | null };
  /** The ids of the records at hand, by their name in the catalogue: `client`, `booking`. */
  readonly ids: Readonly<Record<string, string | null>>;
}

/** The body of a webhook: a message of Standard Webhooks. docs/webhooks.md is its description for who receives it. */
export interface WebhookMessage {
  readonly type: 'workflow.step';
  readonly timestamp: string;
  readonly data: Readonly<Record<string, Readonly<Record<string, FactValue>>>>;
}

/**
 * A record that is at hand is told with its id, and with the fields that the step names.
 * @param now ISO instant
 */
export function webhookMessageOf(
  { id, name, fields }: CallWebhookStep,
  { ids, event, workflow, run, record }: WebhookAbout,
  facts: Facts,
  now: string,
): WebhookMessage {
  const chosen = fields.map((path) => {
    const [of = '', key = ''] = path.split('.');
    return { of, key, value: factAt(facts, path) };
  });
  const shown = (name: string): Record<string, FactValue> => ({
    ...(Object.hasOwn(ids, name) && { id: ids[name] ?? null }),
    ...Object.fromEntries(chosen.filter(({ of }) => of === name).map(({ key, value }) => [key, value])),
  });
  const names = new Set([...Object.keys(ids), ...chosen.map(({ of }) => of)]);
  const records = Object.fromEntries([...names].map((of) => [of, shown(of)]));
  const step = { id, ...(name !== undefined && { name }) };
  return {
    type: 'workflow.step',
    timestamp: now,
    data: { event, workflow, run, step, record, ...records },
  };
}
