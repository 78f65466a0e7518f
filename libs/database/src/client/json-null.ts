import { Prisma } from '../generated/client.js';

/** Sets a JSON column to null, which a plain null is not to Prisma. */
export const jsonNull = Prisma.DbNull;
