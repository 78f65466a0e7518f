import type { StepKind } from '@cueline/workflows';
import type { SendPurpose } from '../generated/client.js';

interface PurposeRules {
  /** The step kind whose run waits for such a mail; null where no run waits. */
  readonly stepKind: StepKind | null;
  /** It writes to a person outside the studio: one mail about one fact, and no more a day than the studio allows. */
  readonly isLimited: boolean;
  /** It is not sent to an address of the Don't-email list. */
  readonly isSuppressible: boolean;
}

/** What follows from what a mail is for. A purpose without an entry does not compile. */
export const purposes = {
  step: { stepKind: 'sendMail', isLimited: true, isSuppressible: true },
  notice: { stepKind: 'notifyStaff', isLimited: false, isSuppressible: true },
  reminder: { stepKind: null, isLimited: false, isSuppressible: true },
  /** A person decides how often to write to whom. */
  byHand: { stepKind: null, isLimited: false, isSuppressible: true },
  /** A member sees what a client would: it goes to the member alone, who wants it now, so nothing that a client said keeps it back. */
  test: { stepKind: null, isLimited: false, isSuppressible: false },
  /** To an address that the studio chose. */
  forward: { stepKind: null, isLimited: false, isSuppressible: true },
} as const satisfies Readonly<Record<SendPurpose, PurposeRules>>;

const purposesWhere = (applies: (rules: PurposeRules) => boolean): string =>
  Object.entries<PurposeRules>(purposes)
    .flatMap(([name, rules]) => (applies(rules) ? [`'${name}'`] : []))
    .join(', ');

/** SQL: the limits of the studio apply to the mail. @param row alias of a row with its purpose */
export const isLimited = (row: string): string =>
  `${row}.purpose IN (${purposesWhere((rules) => rules.isLimited)})`;

/** SQL: the list of suppressions applies to the mail. @param row as above */
export const isSuppressible = (row: string): string =>
  `${row}.purpose IN (${purposesWhere((rules) => rules.isSuppressible)})`;

/** SQL: a step of a run waits for the mail. */
export const isAwaited = `purpose IN (${purposesWhere(({ stepKind }) => stepKind !== null)})`;
