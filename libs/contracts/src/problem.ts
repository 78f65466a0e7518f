import { z } from 'zod';

/** Every error code of the API, with its HTTP status and title. */
export const errorCodes = {
  'request.invalid': { status: 422, title: 'Something in the request is not right' },
  'request.unreadable': { status: 400, title: 'The request could not be read' },
  'request.tooLarge': { status: 413, title: 'The request is too large' },
  'request.mediaType': { status: 415, title: 'This kind of content is not accepted' },
  'request.tooCostly': { status: 422, title: 'This takes more than one request may' },
  'auth.required': { status: 401, title: 'Sign in, or send an API key' },
  'auth.otherPerson': { status: 401, title: 'Somebody else has signed in' },
  'auth.forbidden': { status: 403, title: 'This is not allowed with your role or key' },
  'auth.wrongPassword': { status: 401, title: 'That email or password isn’t right' },
  'rate.limited': { status: 429, title: 'Too many attempts' },
  'link.invalid': { status: 410, title: 'This link is no longer valid' },
  'invitation.signIn': { status: 409, title: 'Sign in to accept the invitation' },
  'invitation.otherPerson': { status: 409, title: 'The invitation is for another address' },
  'resource.notFound': { status: 404, title: 'There is nothing here' },
  'route.notFound': { status: 404, title: 'There is no such address' },
  'resource.conflict': { status: 409, title: 'This does not fit with what is there' },
  'revision.required': { status: 428, title: 'Say which revision you change' },
  'revision.conflict': { status: 412, title: 'Somebody has changed this meanwhile' },
  'idempotency.badKey': { status: 422, title: 'An Idempotency-Key has 1 to 255 visible ASCII characters' },
  'idempotency.otherRequest': { status: 422, title: 'This Idempotency-Key was used for another request' },
  'idempotency.unanswered': { status: 409, title: 'The request with this Idempotency-Key has no answer yet' },
  'run.ended': { status: 409, title: 'The run has ended' },
  'run.notWaiting': { status: 409, title: 'The run does not wait' },
  'run.notFailed': { status: 409, title: 'Nothing has failed here' },
  'run.stepPassed': { status: 409, title: 'The run is past this step' },
  'run.noSuchStep': { status: 422, title: 'The run has no such step' },
  'run.awaitsApproval': { status: 409, title: 'The mail waits for approval' },
  'run.mailUnderWay': { status: 409, title: 'The mail is under way' },
  'approval.decided': { status: 409, title: 'Somebody has decided already' },
  'approval.closed': { status: 409, title: 'The run does not wait for this answer' },
  'workflow.unchanged': { status: 409, title: 'Nothing has changed since the version that is live' },
  'workflow.notPublishable': { status: 422, title: 'The workflow has problems' },
  'server.failed': { status: 500, title: 'Something went wrong on our side' },
  'server.busy': { status: 503, title: 'Too much is waiting at the moment' },
  'server.unavailable': { status: 503, title: 'A part that this needs is away' },
} as const;
export type ErrorCode = keyof typeof errorCodes;

/** RFC 9457 application/problem+json; `errors` names each bad place. */
export const problemSchema = z.object({
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
});
export type ProblemDocument = z.infer<typeof problemSchema>;
