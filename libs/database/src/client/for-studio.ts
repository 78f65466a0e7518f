import { Prisma, type PrismaClient } from '../generated/client.js';

/** Models that belong to no studio, and sealed secrets, which their own room reads; a studio's client refuses them. */
const outside = new Set<string>([
  'User',
  'AuthSession',
  'AuthAccount',
  'AuthVerification',
  'PasswordReset',
  'AccountMail',
  'Attempt',
  'Credential',
  'Studio',
]);

export class StudioScopeError extends Error {
  constructor(model: string, operation: string) {
    super(`${operation} on ${model} is not possible within a studio.`);
    this.name = 'StudioScopeError';
  }
}

type Args = Record<string, unknown>;

/**
 * The one place where queries are sealed: every read, write and count of the returned client is limited to the studio, and every row it
 * creates belongs to it. References are held to the studio by the database's (studio_id, id) foreign keys.
 * @throws StudioScopeError for a model that belongs to no studio
 */
export function forStudio(prisma: PrismaClient, studioId: string) {
  return prisma.$extends({
    name: 'studio',
    query: {
      $allModels: {
        async $allOperations({ model, operation, args, query }) {
          if (outside.has(model)) throw new StudioScopeError(model, operation);
          return query(scoped(operation, args, studioId, model));
        },
      },
    },
  });
}

export type StudioClient = ReturnType<typeof forStudio>;
/** What `$transaction` hands to its callback. */
export type StudioTransaction = Omit<
  StudioClient,
  '$connect' | '$disconnect' | '$extends' | '$transaction' | '$on' | '$use'
>;

function scoped(operation: string, args: Args, studioId: string, model: string): Args {
  const where = { ...((args['where'] as Args | undefined) ?? {}), studioId };
  switch (operation) {
    case 'findUnique':
    case 'findUniqueOrThrow':
    case 'findFirst':
    case 'findFirstOrThrow':
    case 'findMany':
    case 'count':
    case 'aggregate':
    case 'groupBy':
      return { ...args, where, ...ownCursor(args['cursor'], studioId) };
    case 'delete':
    case 'deleteMany':
      return { ...args, where };
    case 'update':
    case 'updateMany':
    case 'updateManyAndReturn':
      return { ...args, where, data: withoutStudio(args['data']) };
    case 'create':
      return { ...args, data: { ...(args['data'] as Args), studioId } };
    case 'createMany':
    case 'createManyAndReturn':
      return { ...args, data: [args['data']].flat().map((row) => ({ ...(row as Args), studioId })) };
    case 'upsert':
      return {
        ...args,
        where,
        create: { ...(args['create'] as Args), studioId },
        update: withoutStudio(args['update']),
      };
    default:
      throw new StudioScopeError(model, operation);
  }
}

/** A page begins after a row of the studio: another's id is a place that is not there. */
function ownCursor(cursor: unknown, studioId: string): Args {
  const { id, ...rest } = (cursor ?? {}) as Args;
  return id === undefined ? {} : { cursor: { ...rest, studioId_id: { studioId, id } } };
}

/** A row never moves to another studio. */
function withoutStudio(data: unknown): Args {
  const { studioId: _ignored, ...rest } = data as Args;
  return rest;
}

export { Prisma };
