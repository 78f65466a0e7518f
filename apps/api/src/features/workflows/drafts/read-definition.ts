import { parseDefinition, type Parsed } from '@cueline/workflows';

/** A request's JSON as a definition, or all that keeps it from being one. */
export const readDefinition = (json: unknown): Parsed => parseDefinition(json);
