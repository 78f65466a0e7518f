import { findStep } from '../definition/walk.js';
import { kindOf } from '../kinds/registry.js';
import type { Rehearsed } from '../rehearsal/rehearsal.js';
import type { WorkflowDocument } from '../versions/workflow-document.js';
import type { Clock } from './clock.js';
import type { ExpectedMail } from './scenario.js';

/** A mail of the rehearsal: a template's, or a notice within the studio. */
interface Mail {
  readonly template?: { readonly id: string; readonly name: string };
  readonly subject?: string;
  readonly role: string;
  readonly to: readonly string[];
  readonly at: string;
}

/** Expected mails that did not come, came otherwise, and mails that nobody expected. */
export function mailDifferences(
  rehearsed: Rehearsed,
  document: WorkflowDocument,
  expected: readonly ExpectedMail[],
  clock: Clock,
): string[] {
  const open = mailsOf(rehearsed, document);
  const take = (fits: (mail: Mail) => boolean): Mail | undefined => {
    const at = open.findIndex(fits);
    return at < 0 ? undefined : open.splice(at, 1)[0];
  };
  // Each takes the mail that fits it wholly, before those that are left are told apart by what differs.
  const missed = expected.filter(
    (one) => !take((mail) => isIt(one, mail) && goesTo(one, mail) && isAt(one, mail, clock)),
  );
  const missing = missed.map((one) => {
    const late = take((mail) => isIt(one, mail) && goesTo(one, mail));
    if (late) return `${said(one, clock)}: it leaves at ${clock.describe(late.at)}.`;
    const elsewhere = take((mail) => isIt(one, mail) && isAt(one, mail, clock));
    if (elsewhere) return `${said(one, clock)}: it goes to ${describePeople(elsewhere)}.`;
    return `${said(one, clock)}: got none.`;
  });
  return [...missing, ...open.map((mail) => `Unexpected ${describeMail(mail, clock)}.`)];
}

function mailsOf({ steps }: Rehearsed, { definition, templates }: WorkflowDocument): Mail[] {
  return steps.flatMap(({ stepId, status, recipients, subject, at }): Mail[] => {
    const step = findStep(definition.steps, stepId)?.step;
    const sends = step && kindOf(step).mail?.(step);
    if (status !== 'done' || !recipients || !sends) return [];
    const mail = { role: sends.role, to: recipients, at };
    if (sends.subject !== undefined) return [{ ...mail, subject: subject ?? sends.subject }];
    const id = sends.template ?? '';
    return [{ ...mail, template: { id, name: templates.find((one) => one.id === id)?.name ?? id } }];
  });
}

const isIt = ({ template, subject }: ExpectedMail, mail: Mail): boolean =>
  template === undefined
    ? subject === mail.subject
    : template === mail.template?.name || template === mail.template?.id;

function goesTo({ to }: ExpectedMail, mail: Mail): boolean {
  if (to === undefined || to === mail.role) return true;
  const wanted = typeof to === 'string' ? [to] : to;
  return wanted.length === mail.to.length && wanted.every((address) => mail.to.includes(address));
}

/** To the minute, as a clock shows it. */
const isAt = (expected: ExpectedMail, mail: Mail, clock: Clock): boolean => {
  const wanted = clock.instant(expected);
  return wanted === undefined || clock.describe(wanted) === clock.describe(mail.at);
};

const describePeople = ({ to }: Pick<Mail, 'to'>): string => (to.length > 0 ? to.join(', ') : 'nobody');

const describeMail = (mail: Mail, clock: Clock): string =>
  `${mail.template ? `mail "${mail.template.name}"` : `notice "${mail.subject}"`} to ${describePeople(mail)} at ${clock.describe(mail.at)}`;

function said(expected: ExpectedMail, clock: Clock): string {
  const { template, subject, to } = expected;
  const at = clock.instant(expected);
  const what = template === undefined ? `notice "${subject}"` : `mail "${template}"`;
  const people = to === undefined ? '' : ` to ${typeof to === 'string' ? to : to.join(', ')}`;
  return `Expected ${what}${people}${at ? ` at ${clock.describe(at)}` : ''}`;
}
