import type { Facts } from '../../catalogue/field.js';
import type { Language, Texts } from '../../language/language.js';
import type { ProblemDraftOf } from '../../problems/problem.js';
import type { CheckContext } from '../check-context.js';
import type { SummaryLabels } from '../kind.js';
import { addressed, personIn, type Addressee } from '../people.js';
import type { authorProblems } from './messages.js';
import type { MailAuthor } from './step.js';

type Code = keyof typeof authorProblems;

const staff: Texts = { en: 'the staff', de: 'des Teams der Buchung' };
const somebody: Texts = { en: 'a staff member', de: 'eines Teammitglieds' };

/** ", in the name of Noah Berg"; nothing for the brand. */
export function inTheName(from: MailAuthor, labels: SummaryLabels, language: Language): string {
  if (from.type === 'brand') return '';
  const name = from.type === 'staff' && from.id ? labels.staffName(from.id) : undefined;
  const whose = name ?? (from.type === 'staff' ? somebody : staff)[language];
  return language === 'de' ? `, im Namen ${name ? `von ${name}` : whose}` : `, in the name of ${whose}`;
}

export function problemsOfAuthor(
  from: MailAuthor,
  { roles, staff: known }: CheckContext,
): ProblemDraftOf<Code>[] {
  const problem = (code: Code, params = {}) => [{ code, path: '/from/type', params }];
  if (from.type === 'brand') return [];
  if (from.type === 'staffOnBooking') return roles.includes('staff') ? [] : problem('mail.noStaffThere');
  if (from.id === null) return problem('mail.authorNotChosen');
  const found = known?.get(from.id);
  if (!known || (found && !found.archived)) return [];
  return found ? problem('mail.authorArchived', { name: found.name }) : problem('mail.authorMissing');
}

/** The staff member of the booking or event who writes: the first who can be answered; null where the brand writes. */
export function authorAmong(facts: Facts, staffOnBooking: readonly Addressee[]) {
  const people = [...personIn(facts, 'staff'), ...staffOnBooking];
  const found = people.find((one) => addressed([one]).mailboxes.length > 0);
  return found ? { name: found.name, address: found.email } : null;
}
