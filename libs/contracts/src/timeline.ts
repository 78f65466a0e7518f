import { z } from 'zod';
import { mailAbout } from './mail-about.js';
import { runStatus } from './runs.js';
import { sendState } from './sends.js';
import { id, instant, pageQuery, placeCursor } from './shared.js';
import { taskStatus } from './tasks.js';
import { messageKind } from './threads.js';

export const timelineKind = z.enum([
  'received',
  'sent',
  'inDoubt',
  /** It could not be delivered, or came back. */
  'failed',
  /** An email that was to leave and did not. */
  'notSent',
  'stepDone',
  'stepSkipped',
  'stepFailed',
  'runStarted',
  'runEnded',
  'task',
  'note',
]);
export const timelineEntry = z.object({
  key: z.string(),
  at: instant,
  kind: timelineKind,
  /** A subject, the name of a workflow, of a step or of a task. */
  title: z.string(),
  /** Who wrote it, whom it went to, or who has it to do. */
  person: z.string().nullable(),
  /** The beginning of an email; a note whole. */
  text: z.string().nullable(),
  /** The workflow that it comes from, or the person. */
  origin: z.string().nullable(),
  /** In words, with the facts that were compared. */
  reasons: z.array(z.string()),
  taskStatus: taskStatus.nullable(),
  dueAt: instant.nullable(),
  /** Of a mail that came in. */
  mailKind: messageKind.nullable(),
  messageId: id.nullable(),
  threadId: id.nullable(),
  sendId: id.nullable(),
  runId: id.nullable(),
  taskId: id.nullable(),
  noteId: id.nullable(),
});
export const timelinePage = z.object({ items: z.array(timelineEntry), nextCursor: z.string().nullable() });
/** The record, with all that belongs to it. */
export const timelineQuery = pageQuery.extend({
  type: mailAbout.shape.type,
  id,
  cursor: placeCursor.optional(),
});

/** What is still to come for a record. */
export const underWay = z.object({
  emails: z.array(
    z.object({
      id,
      subject: z.string(),
      to: z.string(),
      state: sendState,
      at: instant,
      origin: z.string().nullable(),
      reasons: z.array(z.string()),
    }),
  ),
  runs: z.array(
    z.object({
      id,
      workflowName: z.string(),
      status: runStatus,
      nextAt: instant.nullable(),
      /** What it waits for or stands still at, in words. */
      reasons: z.array(z.string()),
    }),
  ),
});
export type TimelineKind = z.infer<typeof timelineKind>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type TimelineQuery = z.infer<typeof timelineQuery>;
export type UnderWay = z.infer<typeof underWay>;
