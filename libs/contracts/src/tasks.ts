import { z } from 'zod';
import { id, instant, named, page, searchQuery, takenOver, text } from './shared.js';

const fields = {
  title: named(200),
  notes: text(5_000),
  dueAt: instant.nullable(),
  assigneeId: id.nullable(),
};

export const newTask = z.strictObject({
  title: fields.title,
  notes: fields.notes.optional(),
  dueAt: fields.dueAt.optional(),
  assigneeId: fields.assigneeId.optional(),
  clientId: id.nullable().optional(),
  bookingId: id.nullable().optional(),
  brandId: id.optional(),
  takenOver,
});
export const taskPatch = z.strictObject(fields).partial();
export const taskStatus = z.enum(['open', 'done', 'dropped']);
export const task = z.object({
  id,
  brandId: id,
  title: z.string(),
  notes: z.string(),
  status: taskStatus,
  dueAt: instant.nullable(),
  assigneeId: id.nullable(),
  assigneeName: z.string().nullable(),
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  bookingId: id.nullable(),
  bookingTitle: z.string().nullable(),
  createdAt: instant,
});
export const taskPage = page(task);
export const taskQuery = searchQuery.extend({
  status: taskStatus.optional(),
  assigneeId: id.optional(),
  clientId: id.optional(),
  bookingId: id.optional(),
});
export type NewTask = z.infer<typeof newTask>;
export type TaskPatch = z.infer<typeof taskPatch>;
export type Task = z.infer<typeof task>;
export type TaskStatus = z.infer<typeof taskStatus>;
export type TaskQuery = z.infer<typeof taskQuery>;
