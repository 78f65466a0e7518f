import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';

type Class = abstract new (...args: never[]) => object;
type Part = 'body' | 'query' | 'param';

const parts: Readonly<Record<number, Part>> = {
  [RouteParamtypes.BODY]: 'body',
  [RouteParamtypes.QUERY]: 'query',
  [RouteParamtypes.PARAM]: 'param',
};

/** What a handler reads of a request, and whether a schema checks it. */
export interface RouteInput {
  readonly part: Part;
  readonly checked: boolean;
}

export function inputsOf(controller: Class, handler: string): RouteInput[] {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<
    string,
    { schema?: unknown }
  >;
  return Object.entries(args).flatMap(([key, { schema }]) => {
    const part = parts[Number(key.split(':')[0])];
    return part ? [{ part, checked: schema !== undefined }] : [];
  });
}

export interface Route {
  readonly controller: Class;
  readonly handler: string;
  readonly target: object;
  readonly path: string;
}

/** Every route of a controller. */
export function routesOf(controller: Class): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  const base = String(Reflect.getMetadata(PATH_METADATA, controller));
  return Object.getOwnPropertyNames(prototype).flatMap((handler) => {
    const target = prototype[handler];
    if (typeof target !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, target)) return [];
    return [
      { controller, handler, target, path: `${base}/${String(Reflect.getMetadata(PATH_METADATA, target))}` },
    ];
  });
}
