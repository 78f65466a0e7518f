import type { Texts } from '@cueline/workflows/language';
import { z } from 'zod';

/** Every error code of the API, with its HTTP status and its title in each language. */
export const errorCodes = {
  'request.invalid': {
    status: 422,
    title: { en: 'Something in the request is not right', de: 'Etwas an der Anfrage stimmt nicht' },
  },
  'request.unreadable': {
    status: 400,
    title: { en: 'The request could not be read', de: 'Die Anfrage ist nicht lesbar' },
  },
  'request.tooLarge': {
    status: 413,
    title: { en: 'The request is too large', de: 'Die Anfrage ist zu groß' },
  },
  'request.mediaType': {
    status: 415,
    title: { en: 'This kind of content is not accepted', de: 'Diese Art von Inhalt wird nicht angenommen' },
  },
  'request.tooCostly': {
    status: 422,
    title: { en: 'This takes more than one request may', de: 'Das braucht mehr, als eine Anfrage darf' },
  },
  'auth.required': {
    status: 401,
    title: { en: 'Sign in, or send an API key', de: 'Melde dich an oder sende einen API-Schlüssel' },
  },
  'auth.otherPerson': {
    status: 401,
    title: { en: 'Somebody else has signed in', de: 'Jemand anderes hat sich angemeldet' },
  },
  'auth.forbidden': {
    status: 403,
    title: {
      en: 'This is not allowed with your role or key',
      de: 'Das ist mit deiner Rolle oder diesem Schlüssel nicht erlaubt',
    },
  },
  'auth.wrongPassword': {
    status: 401,
    title: { en: 'That email or password isn’t right', de: 'E-Mail-Adresse oder Passwort stimmt nicht' },
  },
  'rate.limited': { status: 429, title: { en: 'Too many attempts', de: 'Zu viele Versuche' } },
  'link.invalid': {
    status: 410,
    title: { en: 'This link is no longer valid', de: 'Dieser Link gilt nicht mehr' },
  },
  'invitation.signIn': {
    status: 409,
    title: { en: 'Sign in to accept the invitation', de: 'Melde dich an, um die Einladung anzunehmen' },
  },
  'invitation.otherPerson': {
    status: 409,
    title: { en: 'The invitation is for another address', de: 'Die Einladung gilt für eine andere Adresse' },
  },
  'resource.notFound': { status: 404, title: { en: 'There is nothing here', de: 'Hier ist nichts' } },
  'route.notFound': {
    status: 404,
    title: { en: 'There is no such address', de: 'Diese Adresse gibt es nicht' },
  },
  'resource.conflict': {
    status: 409,
    title: { en: 'This does not fit with what is there', de: 'Das passt nicht zu dem, was da ist' },
  },
  'revision.required': {
    status: 428,
    title: { en: 'Say which revision you change', de: 'Sag, welchen Stand du änderst' },
  },
  'revision.conflict': {
    status: 412,
    title: { en: 'Somebody has changed this meanwhile', de: 'Jemand hat das inzwischen geändert' },
  },
  'idempotency.badKey': {
    status: 422,
    title: {
      en: 'An Idempotency-Key has 1 to 255 visible ASCII characters',
      de: 'Ein Idempotency-Key hat 1 bis 255 sichtbare ASCII-Zeichen',
    },
  },
  'idempotency.otherRequest': {
    status: 422,
    title: {
      en: 'This Idempotency-Key was used for another request',
      de: 'Dieser Idempotency-Key gehört zu einer anderen Anfrage',
    },
  },
  'idempotency.unanswered': {
    status: 409,
    title: {
      en: 'The request with this Idempotency-Key has no answer yet',
      de: 'Die Anfrage mit diesem Idempotency-Key ist noch nicht beantwortet',
    },
  },
  'run.ended': { status: 409, title: { en: 'The run has ended', de: 'Der Durchlauf ist zu Ende' } },
  'run.notWaiting': { status: 409, title: { en: 'The run does not wait', de: 'Der Durchlauf wartet nicht' } },
  'run.notFailed': {
    status: 409,
    title: { en: 'Nothing has failed here', de: 'Hier ist nichts fehlgeschlagen' },
  },
  'run.stepPassed': {
    status: 409,
    title: { en: 'The run is past this step', de: 'Der Durchlauf ist an diesem Schritt vorbei' },
  },
  'run.noSuchStep': {
    status: 422,
    title: { en: 'The run has no such step', de: 'Der Durchlauf hat diesen Schritt nicht' },
  },
  'run.awaitsApproval': {
    status: 409,
    title: { en: 'The mail waits for approval', de: 'Die E-Mail wartet auf Freigabe' },
  },
  'run.mailUnderWay': { status: 409, title: { en: 'The mail is under way', de: 'Die E-Mail ist unterwegs' } },
  'send.notInDoubt': {
    status: 409,
    title: { en: 'The email is not in doubt', de: 'Bei der E-Mail ist nichts zu klären' },
  },
  'suppression.complained': {
    status: 409,
    title: { en: 'The reader reported an email as spam', de: 'Eine E-Mail wurde als Spam gemeldet' },
  },
  'suppression.listed': {
    status: 409,
    title: { en: 'The address is on the Don’t-email list', de: 'Die Adresse steht auf der Sperrliste' },
  },
  'mailbox.noFolder': {
    status: 409,
    title: { en: 'The mailbox has no such folder', de: 'Das Postfach hat keinen solchen Ordner' },
  },
  'approval.decided': {
    status: 409,
    title: { en: 'Somebody has decided already', de: 'Jemand hat schon entschieden' },
  },
  'approval.closed': {
    status: 409,
    title: {
      en: 'The run does not wait for this answer',
      de: 'Der Durchlauf wartet nicht auf diese Antwort',
    },
  },
  'workflow.unchanged': {
    status: 409,
    title: {
      en: 'Nothing has changed since the version that is live',
      de: 'Nichts hat sich geändert, seit diese Version live ist',
    },
  },
  'workflow.notPublishable': {
    status: 422,
    title: { en: 'The workflow has problems', de: 'Der Ablauf hat Probleme' },
  },
  'server.failed': {
    status: 500,
    title: { en: 'Something went wrong on our side', de: 'Bei uns ist etwas schiefgegangen' },
  },
  'server.busy': {
    status: 503,
    title: { en: 'Too much is waiting at the moment', de: 'Im Moment wartet zu viel' },
  },
  'server.unavailable': {
    status: 503,
    title: { en: 'A part that this needs is away', de: 'Ein Teil, der dafür nötig ist, fehlt gerade' },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: Texts }>>;
export type ErrorCode = keyof typeof errorCodes;

/** RFC 9457 application/problem+json; `errors` names each bad place. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string(), code: z.string().optional() }))
      .optional(),
    revision: z.int().optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemDocument = z.infer<typeof problemSchema>;
