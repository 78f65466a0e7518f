import { ownDomain, plainKey } from './address-forms.js';

export type LinkSource = 'send' | 'thread' | 'address' | 'rule' | 'hand';
export type LinkedType = 'client' | 'vendor' | 'staff' | 'inquiry' | 'booking' | 'project' | 'invoice';

export interface RecordRef {
  readonly type: LinkedType;
  readonly id: string;
}
export interface ThreadLink extends RecordRef {
  readonly source: LinkSource;
  /** `off`: a person said no, which no rule undoes. */
  readonly state: 'on' | 'off' | 'proposed';
}
export interface Link extends RecordRef {
  readonly source: LinkSource;
  readonly state: 'on' | 'proposed';
}

/** Somebody of the studio's records, by one of their addresses. */
export interface KnownPerson extends RecordRef {
  readonly type: 'client' | 'vendor' | 'staff';
  readonly key: string;
  /** Bookings and projects that are under way. */
  readonly open: readonly RecordRef[];
}

export interface LinkingMail {
  readonly isOutgoing: boolean;
  /** Keys of who wrote; of a form, of who filled it in. */
  readonly from: readonly string[];
  readonly recipients: readonly string[];
  /** A machine, a list or nobody wrote it: it makes nobody known. */
  readonly isOfNobody: boolean;
}

export interface LinkingContext {
  /** Records of the mail of ours that it is, or answers. */
  readonly ofSend: readonly RecordRef[];
  readonly ofThread: readonly ThreadLink[];
  /** Keys of those who took part in the thread before. */
  readonly inThread: ReadonlySet<string>;
  readonly people: readonly KnownPerson[];
  /** Keys of the studio's own addresses, its members' as well. */
  readonly own: ReadonlySet<string>;
}

export interface ChosenLinks {
  readonly links: readonly Link[];
  /** What a person has to say, once for the thread; null where nothing is open. */
  readonly question: {
    readonly about: 'whichPerson' | 'whichRecord' | 'who';
    readonly candidates: readonly RecordRef[];
  } | null;
  /** Key of another person in a known thread: to be made a contact, if a person wants so. */
  readonly newContact: string | null;
}

/**
 * To which records a mail belongs. What a person said holds; then the records of the mail that it answers, those of its thread, and those of its people, by their
 * address, their address without a tag, or a vendor's own domain. Who is known and has one thing under way writes about that; where there are several, a person is asked.
 */
export function chooseLinks(mail: LinkingMail, context: LinkingContext): ChosenLinks {
  const links = new Map<string, Link>();
  const off = new Set(context.ofThread.filter(({ state }) => state === 'off').map(nameOf));
  const add = (refs: readonly RecordRef[], source: LinkSource, state: Link['state'] = 'on') => {
    for (const { type, id } of refs)
      if (!off.has(nameOf({ type, id })) && !links.has(nameOf({ type, id })))
        links.set(nameOf({ type, id }), { type, id, source, state });
  };
  add(
    context.ofThread.filter(({ source, state }) => source === 'hand' && state === 'on'),
    'hand',
  );
  add(context.ofSend, 'send');
  add(
    context.ofThread.filter(({ state }) => state === 'on'),
    'thread',
  );
  const people = peopleOf(mail, context);
  add(people, 'address');
  const question = questionOf(
    [...links.values()],
    people.filter((one) => !off.has(nameOf(one))),
    mail,
    off,
  );
  if (question?.about !== 'whichPerson') {
    const open = people.flatMap((one) => one.open).filter((one) => !off.has(nameOf(one)));
    if (distinct(open).length === 1 && !hasMatter([...links.values()])) add(open, 'address');
  }
  return { links: [...links.values()], question, newContact: newContactOf(mail, context, people) };
}

const nameOf = ({ type, id }: RecordRef): string => `${type}:${id}`;
const distinct = (refs: readonly RecordRef[]): readonly RecordRef[] => [
  ...new Map(refs.map(({ type, id }) => [nameOf({ type, id }), { type, id }])).values(),
];
/** What a mail can be about, beside a person. */
const hasMatter = (links: readonly RecordRef[]): boolean =>
  links.some(
    ({ type }) => type === 'booking' || type === 'project' || type === 'inquiry' || type === 'invoice',
  );

function peopleOf(mail: LinkingMail, { people, own }: LinkingContext): readonly KnownPerson[] {
  const keys = (mail.isOutgoing ? mail.recipients : mail.from).filter(
    (key) => mail.isOutgoing || !own.has(key),
  );
  const exact = people.filter(({ key }) => keys.includes(key));
  if (exact.length > 0) return exact;
  const plain = new Set(keys.map(plainKey));
  const tagged = people.filter(({ key }) => plain.has(plainKey(key)));
  if (tagged.length > 0) return tagged;
  const domains = new Set(keys.map(ownDomain).filter((domain) => domain !== null));
  return people.filter(({ type, key }) => type === 'vendor' && domains.has(ownDomain(key) ?? ''));
}

function questionOf(
  links: readonly Link[],
  people: readonly KnownPerson[],
  mail: LinkingMail,
  off: ReadonlySet<string>,
): ChosenLinks['question'] {
  const clients = distinct(people.filter(({ type }) => type === 'client'));
  const isDecided = links.some(({ source }) => source === 'hand');
  // One address of two people, such as a couple's: both are linked until somebody says whose mail it is.
  if (clients.length > 1 && !isDecided && !hasMatter(links))
    return { about: 'whichPerson', candidates: clients };
  const open = distinct(people.flatMap((one) => one.open)).filter((one) => !off.has(nameOf(one)));
  if (open.length > 1 && !hasMatter(links)) return { about: 'whichRecord', candidates: open };
  return links.length === 0 && !mail.isOutgoing && !mail.isOfNobody ? { about: 'who', candidates: [] } : null;
}

function newContactOf(
  mail: LinkingMail,
  { inThread, own }: LinkingContext,
  people: readonly KnownPerson[],
): string | null {
  if (mail.isOutgoing || mail.isOfNobody || inThread.size === 0 || people.length > 0) return null;
  return mail.from.find((key) => !inThread.has(key) && !own.has(key)) ?? null;
}
