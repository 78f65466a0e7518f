import { definitionSchema, type Definition } from '@cueline/workflows';

/** The API describes a definition as any JSON. It is read by the language's own schema where it comes in, once. */
export const withDefinition = <T extends { readonly definition: unknown }>(
  answer: T,
): Omit<T, 'definition'> & { readonly definition: Definition } => ({
  ...answer,
  definition: definitionSchema.parse(answer.definition),
});
