import { Injectable } from '@nestjs/common';
import { readInstant, type events } from '@cueline/contracts';
import { UnknownSubjectsError, type NewEvent } from '@cueline/database';
import { eventTypeOf, type SubjectType } from '@cueline/workflows';
import { pageOf } from '../../platform/paging/cursor.js';
import { invalid, type BadPlace } from '../../platform/problems/problem-error.js';
import { pointerOf } from '../../platform/validation/json-pointer.js';
import { EventsRepository } from './events.repository.js';

type Subject = { readonly type: SubjectType; readonly id: string };
interface Read {
  readonly event: events.CloudEvent;
  readonly subject: Subject;
  readonly data: object;
  readonly at: string;
}

const subjectPattern = /^([a-z]+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

@Injectable()
export class EventsService {
  constructor(private readonly repository: EventsRepository) {}

  /** Takes all of a batch or none of it. */
  async accept(
    studioId: string,
    body: events.CloudEvent | events.CloudEvent[],
  ): Promise<events.AcceptedEvents> {
    const list = Array.isArray(body) ? body : [body];
    const bad: BadPlace[] = [];
    const read = list.flatMap((event, i) => {
      const one = readEvent(event, Array.isArray(body) ? `/${i}` : '');
      if ('subject' in one) return [one];
      bad.push(...one.bad);
      return [];
    });
    if (bad.length > 0) throw invalid(bad.slice(0, 100));
    try {
      return { events: await this.repository.record(studioId, read.map(newEvent)) };
    } catch (error) {
      if (error instanceof UnknownSubjectsError) throw unknownSubjects(error.indexes.map((i) => read[i]!));
      throw error;
    }
  }

  async list(studioId: string, query: events.EventQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }
}

const unknownSubjects = (of: readonly Read[]) =>
  invalid(
    of.slice(0, 100).map(({ subject, at }) => ({
      pointer: `${at}/subject`,
      detail: `There is no ${subject.type} with this id.`,
      code: 'event.unknownSubject',
    })),
  );

function readEvent(event: events.CloudEvent, at: string): Read | { bad: BadPlace[] } {
  const spec = eventTypeOf(event.type);
  if (!spec)
    return {
      bad: [
        { pointer: `${at}/type`, detail: `There is no event "${event.type}".`, code: 'event.unknownType' },
      ],
    };
  const [, type, id] = subjectPattern.exec(event.subject ?? '') ?? [];
  if (type !== spec.subject || !id) {
    const detail = `The subject of ${spec.type} is written ${spec.subject}/<uuid>.`;
    return { bad: [{ pointer: `${at}/subject`, detail, code: 'event.badSubject' }] };
  }
  const given = dataOf(event);
  if (!given.ok)
    return { bad: [{ pointer: `${at}/data_base64`, detail: given.detail, code: 'event.badData' }] };
  const data = spec.data.safeParse(given.data);
  if (data.success)
    return { event, subject: { type: spec.subject, id: id.toLowerCase() }, data: data.data as object, at };
  return {
    bad: data.error.issues.map((issue) => ({
      pointer: `${at}/${given.from}${pointerOf(issue.path)}`,
      detail: issue.message,
    })),
  };
}

type Data =
  | { readonly ok: true; readonly from: 'data' | 'data_base64'; readonly data: object }
  | { readonly ok: false; readonly detail: string };

/** The data as it stands in the event, or as base64 of JSON. */
function dataOf({ data, data_base64: encoded }: events.CloudEvent): Data {
  if (encoded === null || encoded === undefined) return { ok: true, from: 'data', data: data ?? {} };
  if (data) return { ok: false, detail: 'An event has data or data_base64. Remove one of them.' };
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(encoded))
    return { ok: false, detail: 'This is not base64 (RFC 4648). Send the JSON as data instead.' };
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { ok: true, from: 'data_base64', data: value };
    return { ok: false, detail: 'The JSON in here is no object. Give an object.' };
  } catch {
    return { ok: false, detail: 'This holds no JSON. Send the data as an object in data.' };
  }
}

const newEvent = ({ event, subject, data }: Read): NewEvent => ({
  source: event.source,
  sourceId: event.id,
  type: event.type,
  subjectType: subject.type,
  subjectId: subject.id,
  data,
  occurredAt: (event.time ? readInstant(event.time) : undefined) ?? new Date(),
  ...(event.takenover != null && { takenOver: String(event.takenover) === 'true' }),
});

type Row = Awaited<ReturnType<EventsRepository['list']>>[number];

const view = (row: Row): events.EventView => ({
  id: row.id,
  type: row.type,
  source: row.source,
  subject: `${row.subjectType}/${row.subjectId}`,
  occurredAt: row.occurredAt.toISOString(),
  recordedAt: row.recordedAt.toISOString(),
  dispatchedAt: row.dispatchedAt?.toISOString() ?? null,
  matches: row.eventMatches.map(({ workflowId, runId, reason }) => ({
    workflowId,
    runId,
    code: String((reason as { code?: unknown }).code),
  })),
});
