import { baseSubject } from './base-subject.js';

/** What is known of another message that a mail names, or that names the same one. */
export interface KnownMessage {
  /** The id that the mail names it by. */
  readonly id: string;
  readonly threadId: string;
  /** `own`, also as the provider called it; `reference`: it only names the same message, which is not here (yet). */
  readonly kind: 'own' | 'reference';
  /** It is a mail of ours. */
  readonly isSend: boolean;
  readonly subject: string;
  readonly at: Date;
}

export interface ThreadingMail {
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly subject: string;
  readonly at: Date;
  /** Passes another mail on to somebody new. */
  readonly isForward: boolean;
}

export interface ThreadingContext {
  /** Where a person put it, or what it answers. */
  readonly fixedThreadId: string | null;
  /** Of the address that it was sent to, where that names a mail of ours. */
  readonly tokenThreadId: string | null;
  /** Messages of this studio with an id that the mail names, and messages that name the mail. */
  readonly known: readonly KnownMessage[];
  /** By the provider, within one mailbox. */
  readonly providerThreadId: string | null;
  /** Threads of the last fourteen days with the same base subject and a person outside the studio in common. */
  readonly similar: readonly { readonly threadId: string; readonly at: Date }[];
  /** Mails in each of the threads named. */
  readonly sizes: ReadonlyMap<string, number>;
}

export type ThreadRule =
  'person' | 'token' | 'send' | 'inReplyTo' | 'references' | 'child' | 'sharedParent' | 'provider' | 'new';

export interface ThreadChoice {
  /** Null: a new thread. */
  readonly threadId: string | null;
  readonly rule: ThreadRule;
  /** The id that decided, where one did. */
  readonly by: string | null;
  /** A thread that it may belong to, or came out of: shown, never joined. */
  readonly related: string | null;
  /** Threads that this mail shows to be one with it. */
  readonly joins: readonly string[];
}

/** A thread with more is gone on with in another one. */
export const MOST_IN_THREAD = 500;

/**
 * To which thread a mail belongs: the first rule that says so. A known parent holds whatever the subject says. References alone, under another subject that is no answer, are
 * an old mail that somebody took up for its address: a new thread, related to the old one. A subject alone joins nothing.
 */
export function chooseThread(mail: ThreadingMail, context: ThreadingContext): ThreadChoice {
  const decided = decide(mail, context);
  const isFull = decided.threadId !== null && (context.sizes.get(decided.threadId) ?? 0) >= MOST_IN_THREAD;
  if (!isFull || decided.rule === 'person') return decided;
  return { ...decided, threadId: null, rule: 'new', related: decided.threadId, joins: [] };
}

function decide(mail: ThreadingMail, context: ThreadingContext): ThreadChoice {
  const { fixedThreadId, tokenThreadId, providerThreadId, known } = context;
  if (fixedThreadId) return choice(fixedThreadId, 'person');
  if (mail.isForward) return started(parentOf(mail, known)?.threadId ?? null);
  if (tokenThreadId) return choice(tokenThreadId, 'token');
  const parent = parentOf(mail, known);
  if (parent && isSplit(mail, parent)) return started(parent.threadId);
  const child = known.find(({ id, kind }) => kind === 'reference' && id === mail.messageId);
  if (parent)
    return { ...choice(parent.threadId, parent.rule, parent.id), joins: joined(parent.threadId, child) };
  if (child) return choice(child.threadId, 'child', child.id);
  const shared = sharedParent(mail, known);
  if (shared) return choice(shared.threadId, 'sharedParent', shared.id);
  if (providerThreadId) return choice(providerThreadId, 'provider');
  return started(proposed(mail, context));
}

type Parent = KnownMessage & { readonly rule: 'send' | 'inReplyTo' | 'references' };

/** A mail of ours first, then what In-Reply-To names, then References from the last to the first. */
function parentOf(mail: ThreadingMail, known: readonly KnownMessage[]): Parent | undefined {
  const own = known.filter(({ kind }) => kind === 'own');
  const names = [...mail.inReplyTo, ...mail.references.toReversed()];
  for (const id of names) {
    const send = own.find((one) => one.isSend && one.id === id);
    if (send) return { ...send, rule: 'send' };
  }
  for (const id of names) {
    const found = own.find((one) => one.id === id);
    if (found) return { ...found, rule: mail.inReplyTo.includes(id) ? 'inReplyTo' : 'references' };
  }
  return undefined;
}

function isSplit(mail: ThreadingMail, parent: Parent): boolean {
  if (mail.inReplyTo.length > 0) return false;
  const { base, isAnswer } = baseSubject(mail.subject);
  return !isAnswer && base !== baseSubject(parent.subject).base;
}

/** Both answer a message that is not here. */
function sharedParent(mail: ThreadingMail, known: readonly KnownMessage[]): KnownMessage | undefined {
  const names = new Set([...mail.inReplyTo, ...mail.references.slice(-1)]);
  return known.find(({ kind, id }) => kind === 'reference' && names.has(id));
}

/** Without any id, an answer to something with the same subject may be meant: a person says so. */
function proposed(mail: ThreadingMail, { similar }: ThreadingContext): string | null {
  if (mail.inReplyTo.length > 0 || mail.references.length > 0 || !baseSubject(mail.subject).isAnswer)
    return null;
  const [newest] = similar.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  return newest?.threadId ?? null;
}

const joined = (threadId: string, child: KnownMessage | undefined): readonly string[] =>
  child && child.threadId !== threadId ? [child.threadId] : [];
const choice = (threadId: string, rule: ThreadRule, by: string | null = null): ThreadChoice => ({
  threadId,
  rule,
  by,
  related: null,
  joins: [],
});
const started = (related: string | null): ThreadChoice => ({
  threadId: null,
  rule: 'new',
  by: null,
  related,
  joins: [],
});

export interface MergingThread {
  readonly id: string;
  readonly startedAt: Date;
  /** A person gave it its records, or put mails into it. */
  readonly isByHand: boolean;
  readonly size: number;
}

/** Which of two threads that a mail shows to be one goes into the other: the younger into the older. Null, where persons arranged both, or the whole would be too long. */
export function mergeOf(
  one: MergingThread,
  other: MergingThread,
): { readonly from: string; readonly into: string } | null {
  if ((one.isByHand && other.isByHand) || one.size + other.size > MOST_IN_THREAD) return null;
  const [older, younger] = [one, other].toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  return { from: younger!.id, into: older!.id };
}
