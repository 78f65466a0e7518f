import type { threads } from '@cueline/contracts';

export type Thread = threads.Thread;
export type ThreadDetail = threads.ThreadDetail;
export type Message = threads.ThreadMessage;
export type Person = Thread['people'][number];
export type Candidate = threads.ThreadQuestion['candidates'][number];
export type RecordRef = threads.RecordRef;

export const nameOf = ({ name, address }: Person): string => name || address;
/** Who a thread is with. */
export const peopleOf = ({ people }: Pick<Thread, 'people'>): string => people.map(nameOf).join(', ');
