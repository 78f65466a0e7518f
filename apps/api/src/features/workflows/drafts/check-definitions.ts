import { checkDefinition, type Problem, type StudioFacts } from '@cueline/workflows';
import { readText } from '@cueline/email';

interface Request {
  readonly definitions: readonly { readonly definition: unknown; readonly self: string }[];
  readonly studio: Omit<StudioFacts, 'self' | 'readText'>;
}

/** The problems of each definition, by all that the checks ask about the studio. */
export const checkDefinitions = ({ definitions, studio }: Request): (readonly Problem[])[] =>
  definitions.map(({ definition, self }) => checkDefinition(definition, { ...studio, self, readText }));
