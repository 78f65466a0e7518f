import { awaitRunsOfClients, insertLateSignals } from '@cueline/database';
import { eventTypeOf, heardByClient, type Definition, type SubjectType } from '@cueline/workflows';
import type { ClaimedEvent } from './claim-events.sql.js';

/**
 * A client's event and the event that starts a run for that client are about two records, so no order holds between them: a run may come to be
 * after an answer that ends it was dispatched. Whoever dispatches the answer waits for runs that are being written for the client; whoever
 * writes a run searches for answers that were there before.
 */
export { awaitRunsOfClients, insertLateSignals };

const isHeardByClient = (kind: SubjectType | undefined) => kind !== undefined && heardByClient.includes(kind);

export const concernsClient = ({ subjectType }: ClaimedEvent): boolean => isHeardByClient(subjectType);

export const endsByClient = ({ exitOn }: Definition): boolean =>
  exitOn.some(({ event }) => isHeardByClient(eventTypeOf(event)?.subject));
