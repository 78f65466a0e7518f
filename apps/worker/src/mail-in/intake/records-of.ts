import { correspondence, type Queryable } from '@cueline/database';
import {
  chooseLinks,
  forwardedPerson,
  type ChosenLinks,
  type KnownPerson,
  type Link,
  type Person,
  type RecordRef,
  type ThreadLink,
} from '@cueline/email/incoming';
import type { ReadMail } from '@cueline/email/incoming/pool';
import type { Facts, PlacedMail, StudioMail } from './placed-mail.js';
import { knownPeople } from './known-people.js';

/** What a mail belongs to, and what it is to the people there. */
export interface Records {
  readonly links: readonly Link[];
  readonly question: ChosenLinks['question'];
  readonly newContact: Pick<Person, 'name' | 'address'> | null;
  /** Whose runs hear of it. */
  readonly clientId: string | null;
  /** The studio wrote in its thread before. */
  readonly isAnswer: boolean;
  readonly isOfMember: boolean;
}

interface Question {
  readonly placed: PlacedMail;
  readonly read: ReadMail;
  readonly studio: StudioMail;
  readonly facts: Facts;
  /** Null: a thread of its own. */
  readonly threadId: string | null;
}

export async function recordsOf(on: Queryable, question: Question): Promise<Records> {
  const { placed, read, studio, facts, threadId } = question;
  const { studioId } = placed;
  const { own } = studio;
  const thread =
    threadId === null ? undefined : await correspondence.threadContext.first(on, { studioId, threadId });
  const from = writersOf(question);
  const recipients = [...read.mail.to, ...read.mail.cc]
    .map(({ key }) => key)
    .filter((key) => !own.all.has(key));
  const isOutgoing = facts.classified === null;
  const people = await knownPeople(on, studioId, isOutgoing ? recipients : from.map(({ key }) => key));
  const answered = facts.known.find(({ sendId, threadId: its }) => sendId !== null && its === threadId);
  const ofSend = answered
    ? await correspondence.linksOfMessage.rows(on, { studioId, messageId: answered.messageId })
    : [];
  const kind = facts.classified?.kind;
  const chosen = chooseLinks(
    {
      isOutgoing,
      from: from.map(({ key }) => key),
      recipients,
      isOfNobody: kind !== undefined && kind !== 'human' && kind !== 'form',
    },
    {
      ofSend: ofSend as RecordRef[],
      ofThread: (thread?.links ?? []) as ThreadLink[],
      inThread: new Set((thread?.keys ?? []).filter((key) => !own.all.has(key))),
      people,
      own: own.all,
    },
  );
  const inner = isOutgoing ? null : forwardedPerson(read.mail, (key) => own.all.has(key));
  return {
    ...{ links: chosen.links, question: chosen.question },
    newContact: inner ?? from.find(({ key }) => key === chosen.newContact) ?? null,
    clientId: clientOf(people, chosen.links, thread?.clientId ?? null),
    isAnswer: thread?.hasOurs ?? false,
    isOfMember: from.some(({ key }) => own.all.has(key)),
  };
}

/** Who wrote: of a form, and of a mail that a website sent as the studio itself, who is to be answered. */
function writersOf({ read: { mail }, studio: { own }, facts: { classified } }: Question): readonly Person[] {
  if (classified?.kind === 'form' && classified.person) return [classified.person];
  const isAsStudio = mail.from.every(({ key }) => own.ours.has(key)) && mail.replyTo.length > 0;
  return classified && isAsStudio ? mail.replyTo.filter(({ key }) => !own.ours.has(key)) : mail.from;
}

/** The client who writes or is written to; of somebody who is not known, the one whose mail of ours is answered. A vendor's answer is nobody's but the vendor's. */
function clientOf(
  people: readonly KnownPerson[],
  links: readonly Link[],
  ofThread: string | null,
): string | null {
  const clients = people.filter(({ type }) => type === 'client').map(({ id }) => id);
  if (clients.length > 0) return clients.find((id) => id === ofThread) ?? clients[0]!;
  if (people.length > 0) return null;
  return (
    ofThread ??
    links.find(({ type, source, state }) => type === 'client' && state === 'on' && source !== 'address')
      ?.id ??
    null
  );
}
