import type { IncomingHttpHeaders } from 'node:http';
import { isJsonType, mediaTypeOf } from '@cueline/contracts';
import { inEach } from '@cueline/workflows/language';
import { ProblemError, type BadPlace } from '../../platform/problems/problem-error.js';

const PREFIX = 'ce-';
const STRUCTURED = /^application\/cloudevents(?:-batch)?(?:\+|$)/;

/**
 * The body in the form of structured events, whichever way it came (CloudEvents HTTP protocol binding 1.0.2, 3): in binary mode the
 * attributes are headers and the body is the data.
 * @throws ProblemError for an event format other than JSON
 */
export function structuredBody(headers: IncomingHttpHeaders, body: unknown): unknown {
  const { 'content-type': contentType } = headers;
  const type = mediaTypeOf(contentType ?? '') ?? '';
  if (STRUCTURED.test(type)) {
    if (type.endsWith('+json')) return body;
    throw mediaTypeRefused(
      `Events in the format ${type} are not read. Send application/cloudevents+json or application/cloudevents-batch+json.`,
    );
  }
  if (!isBinary(headers)) return body;
  if (contentType !== undefined && !isJsonType(contentType))
    throw mediaTypeRefused(`The data of an event is read as JSON. Send it as application/json.`);
  const attributes = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith(PREFIX) && typeof value === 'string'
      ? [[name.slice(PREFIX.length), headerText(value)] as const]
      : [],
  );
  return {
    ...Object.fromEntries(attributes),
    ...(contentType === undefined ? {} : { datacontenttype: contentType }),
    ...(body === undefined || body === null ? {} : { data: body }),
  };
}

export const isBinary = (headers: IncomingHttpHeaders): boolean =>
  `${PREFIX}specversion` in headers || `${PREFIX}id` in headers || `${PREFIX}type` in headers;

const mediaTypeRefused = (detail: string) => new ProblemError('request.mediaType', detail);

/** Header values are percent-encoded UTF-8, and may be quoted (3.1.3.2). What is no such encoding stands for itself. */
function headerText(value: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(value.trim());
  const text = quoted ? quoted[1]!.replace(/\\(.)/g, '$1') : value;
  const bytes = Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
  return bytes.includes('\ufffd') ? text : bytes;
}

interface Delivery {
  /** As `structuredBody` gave it. */
  readonly body: unknown;
  readonly binary: boolean;
}

/** Says of each bad place which event of the delivery it is in, and of the delivery that nothing of it was taken. */
export function namingEvents(error: unknown, { body, binary }: Delivery): unknown {
  if (!(error instanceof ProblemError) || error.code !== 'request.invalid' || !error.more.errors)
    return error;
  const places = error.more.errors;
  if (!Array.isArray(body)) {
    const detail = 'The event was not recorded. Correct it and send it again.';
    return new ProblemError(error.code, detail, { errors: binary ? places.map(inHeader) : places });
  }
  const errors = places.map((place) => inBatch(place, body));
  const bad = new Set(places.map(({ pointer }) => pointer.split('/')[1]).filter(Boolean)).size;
  const which = bad === 1 ? '1 has' : `${bad} have`;
  const counted = bad > 0 ? ` Of its ${body.length} events ${which} mistakes.` : '';
  const detail = `Nothing of this batch was recorded: it is taken as a whole or not at all.${counted} Correct it and send it again.`;
  return new ProblemError(error.code, detail, { errors });
}

/** Where it is, for a program. */
const prefixed = (place: BadPlace, where: string): BadPlace => {
  const { detail } = place;
  if (typeof detail === 'string') return { ...place, detail: `${where}: ${detail}` };
  return { ...place, detail: inEach((language) => `${where}: ${detail[language]}`) };
};

function inBatch(place: BadPlace, batch: readonly unknown[]): BadPlace {
  const index = Number(/^\/(\d+)(?:\/|$)/.exec(place.pointer)?.[1] ?? Number.NaN);
  if (!(index < batch.length)) return place;
  const event = batch[index];
  const id = typeof event === 'object' && event !== null && 'id' in event ? event.id : undefined;
  const named = typeof id === 'string' && id.trim() ? ` (id ${JSON.stringify(shown(id))})` : '';
  return prefixed(place, `Event ${index + 1} of ${batch.length}${named}`);
}

const shown = (id: string): string => {
  const characters = [...id];
  return characters.length > 80 ? `${characters.slice(0, 80).join('')}…` : id;
};

function inHeader(place: BadPlace): BadPlace {
  const name = place.pointer.split('/')[1] ?? '';
  const header = name === 'datacontenttype' ? 'content-type' : `${PREFIX}${name}`;
  return !name || (name.startsWith('data') && name !== 'datacontenttype' && name !== 'dataschema')
    ? place
    : prefixed(place, `Header ${header}`);
}
