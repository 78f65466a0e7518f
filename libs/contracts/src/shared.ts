import { z } from 'zod';

export const id = z.uuid();
export const instant = z.iso.datetime({ offset: true });
export const day = z.iso.date();
export const text = (most: number) => z.string().trim().max(most);
export const named = (most: number) => z.string().trim().min(1).max(most);

/** A page: `nextCursor` is null on the last one. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.uuid().optional(),
});
export type PageQuery = z.infer<typeof pageQuery>;

export const idParam = z.object({ id });
export type IdParam = z.infer<typeof idParam>;
