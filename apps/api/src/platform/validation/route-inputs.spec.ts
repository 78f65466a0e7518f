import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { ApiModule } from '../../api.module.js';
import { PERMISSION, PUBLIC } from '../auth/caller.js';
import { inputsOf, routesOf } from './route-inputs.js';

type Class = Parameters<typeof routesOf>[0];
const listed = <T>(key: 'imports' | 'controllers', module: object): T[] =>
  (Reflect.getMetadata(key, module) as T[] | undefined) ?? [];
const controllers = listed<Class>('imports', ApiModule).flatMap((feature) =>
  listed<Class>('controllers', feature),
);
const routes = controllers.flatMap(routesOf);

describe('every route', () => {
  it('is looked at', () => {
    expect(controllers.length).toBeGreaterThan(30);
    for (const controller of controllers) expect(routesOf(controller).length).toBeGreaterThan(0);
  });

  it.each(routes.map((route) => [`${route.controller.name}.${route.handler}`, route] as const))(
    '%s checks all that it reads, and says who may call it',
    (_name, { controller, handler, target, path }) => {
      const inputs = inputsOf(controller, handler);
      expect(inputs.filter(({ checked }) => !checked)).toEqual([]);
      expect(inputs.some(({ part }) => part === 'param')).toBe(path.includes(':'));
      const said = [PERMISSION, PUBLIC].filter((key) => Reflect.hasMetadata(key, target));
      expect(said).toHaveLength(1);
    },
  );
});
