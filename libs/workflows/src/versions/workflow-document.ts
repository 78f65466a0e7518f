import { z } from 'zod';
import { parseDefinition } from '../analysis/check-definition.js';
import type { Problem } from '../analysis/problem.js';
import { schemaProblems } from '../analysis/schema-problems.js';
import type { Definition } from '../definition/definition.js';
import type { Step } from '../kinds/step.js';
import { walk } from '../definition/walk.js';
import { editStep } from '../operations/edit-tree.js';

export const DOCUMENT_FORMAT = 1;

/** A template that the definition names, so that another studio finds its own of that name. */
const templateName = z.strictObject({ id: z.uuid(), name: z.string().min(1).max(200) });
export type TemplateName = z.infer<typeof templateName>;

/** A workflow as a file: what a person compares, a program checks and another studio takes in. The definition is looked at apart. */
export const documentSchema = z.strictObject({
  cueline: z.literal(DOCUMENT_FORMAT, { error: `Known formats of a workflow file: ${DOCUMENT_FORMAT}.` }),
  name: z.string().trim().min(1).max(120),
  description: z.string().trim().max(500).default(''),
  definition: z.record(z.string().max(100), z.unknown()),
  templates: z.array(templateName).max(300).default([]),
});
export type LooseDocument = z.infer<typeof documentSchema>;

export interface WorkflowDocument extends Omit<LooseDocument, 'definition'> {
  readonly definition: Definition;
}

export type ReadDocument =
  | { readonly ok: true; readonly document: WorkflowDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** JSON to a workflow document, or everything that keeps it from being one. Never throws, whatever the JSON. */
export function readDocument(json: unknown): ReadDocument {
  const loose = documentSchema.safeParse(json);
  const outside = loose.success ? [] : schemaProblems(loose.error, json);
  const parsed = loose.success ? parseDefinition(loose.data.definition) : undefined;
  const inside = parsed && !parsed.ok ? parsed.problems : [];
  if (loose.success && parsed?.ok)
    return { ok: true, document: { ...loose.data, definition: parsed.definition } };
  return {
    ok: false,
    problems: [...outside, ...inside.map((one) => ({ ...one, path: `/definition${one.path}` }))],
  };
}

/** The templates that a definition names, each once, in reading order. */
export const templatesOf = ({ steps }: Definition): string[] => [
  ...new Set([...walk(steps)].flatMap(({ step }) => templateOf(step) ?? [])),
];

/** The definition with other templates: `replace` gives the new id of one, or the same. */
export function withTemplates(definition: Definition, replace: (id: string) => string): Definition {
  const steps = [...walk(definition.steps)].reduce((all, { step: { id } }) => {
    return editStep(all, id, (step) => {
      const template = templateOf(step);
      return template ? ({ ...step, template: replace(template) } as Step) : step;
    });
  }, definition.steps);
  return { ...definition, steps };
}

/** Of any kind of step that sends by a template. */
const templateOf = (step: Step): string | null =>
  'template' in step && typeof step.template === 'string' ? step.template : null;

/**
 * The file of a workflow: the same workflow gives the same bytes, keys in the order of the schema, so that a comparison of two files shows
 * what changed and nothing else.
 */
export function writeDocument(
  { name, description, definition }: Pick<WorkflowDocument, 'name' | 'description' | 'definition'>,
  nameOf: (templateId: string) => string | undefined,
): string {
  const parsed = parseDefinition(definition);
  const ordered = parsed.ok ? parsed.definition : definition;
  const templates = templatesOf(ordered).flatMap((id): TemplateName[] => {
    const known = nameOf(id);
    return known === undefined ? [] : [{ id, name: known }];
  });
  const document = { cueline: DOCUMENT_FORMAT, name, description, definition: ordered, templates };
  return `${JSON.stringify(document, null, 2)}\n`;
}
