import type { Schema, Schemas } from './from-schema.js';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema?: Schema;
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly 'x-permission'?: string;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Schemas };
}

/** One route as the running API describes it. */
export interface Described {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly permission: string | undefined;
  readonly query: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly ifMatch: boolean;
}

/** Every route of the API, read from its own description. */
export async function describedRoutes(api: string): Promise<{ routes: Described[]; schemas: Schemas }> {
  const document = (await (await fetch(`${api}/api/openapi.json`)).json()) as Document;
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const parameters = operation.parameters ?? [];
      return {
        name: operation.operationId,
        method: method.toUpperCase(),
        path,
        permission: operation['x-permission'],
        query: parameters.filter((one) => one.in === 'query'),
        body: operation.requestBody?.content['application/json']?.schema,
        ifMatch: parameters.some((one) => one.name.toLowerCase() === 'if-match'),
      };
    }),
  );
  return { routes, schemas: document.components?.schemas ?? {} };
}
