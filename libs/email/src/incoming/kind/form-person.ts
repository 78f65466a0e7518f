import type { IncomingMail } from '../parse/incoming-mail.js';
import { readPeople, type Person } from '../parse/people.js';
import { isNobody } from './signs.js';

type FormMail = Pick<IncomingMail, 'from' | 'replyTo' | 'text'>;
type Label = 'address' | 'name' | 'first' | 'last';

/** How forms call what somebody entered, in the languages of studios and clients. */
const labels: readonly (readonly [Label, RegExp])[] = [
  [
    'address',
    /^(?:your |ihre |deine |votre |tu |su )?(?:e-?mail|mail|courriel|correo(?: electrónico)?)(?:[- ]?(?:address|adresse|adres))?$|^(?:adresse e-?mail|indirizzo e-?mail|dirección de (?:e-?mail|correo(?: electrónico)?))$/i,
  ],
  ['name', /^(?:your |ihr |dein |votre |tu |su )?(?:full |vollständiger )?(?:name|nom|nombre|naam|nome)$/i],
  ['first', /^(?:first ?name|vorname|prénom|voornaam)$/i],
  ['last', /^(?:last ?name|surname|nachname|nom de famille|apellidos?|achternaam|cognome)$/i],
];
/** A form has dozens of fields, and what is entered in one is not read for others. */
const MOST_LINES = 400;
const LABEL =
  /^[\s*_>•-]{0,8}([\p{L}][\p{L} .-]{1,39}?)[\s*_]{0,8}(?:\([^()]{0,30}\))?[\s*_]{0,4}[:：]\s*(.{0,400})$/u;

/** The fields that a form's text names with who filled it in; a value can be on the line after its label. */
function fieldsIn(text: string): readonly (readonly [Label, string])[] {
  const lines = text.split(/\r?\n/, MOST_LINES).map((line) => line.slice(0, 500).trim());
  return lines.flatMap((line, at) => {
    const [, label = '', after = ''] = LABEL.exec(line) ?? [];
    const known = labels.find(([, pattern]) => pattern.test(label.trim()));
    if (!known) return [];
    const next = lines.slice(at + 1).find((one) => one !== '') ?? '';
    const value = after.replace(/^[\s*_]+|[\s*_]+$/g, '');
    return [[known[0], value || (LABEL.test(next) ? '' : next)] as const];
  });
}

/** Whether a text has the labelled fields of a form. */
export const isFormText = (text: string): boolean => fieldsIn(text).length > 0;

/**
 * Who filled a form in: where its answers go, else the one address that its text names as theirs. Null where it names nobody, or several:
 * what people write into a form is theirs, and a machine does not choose among it.
 */
export function formPerson({ from, replyTo, text }: FormMail): Person | null {
  const senders = new Set(from.map(({ key }) => key));
  const isPerson = ({ key, address }: Person) => !senders.has(key) && !isNobody(address);
  const fields = fieldsIn(text);
  const value = (label: Label) => fields.find(([one]) => one === label)?.[1] ?? '';
  const name = (value('name') || `${value('first')} ${value('last')}`.trim()).slice(0, 300);
  const replies = replyTo.filter(isPerson);
  const named = fields
    .flatMap(([label, one]) => (label === 'address' ? readPeople(one) : []))
    .filter(isPerson);
  const people = new Map((replies.length > 0 ? replies : named).map((person) => [person.key, person]));
  const [person] = people.values();
  if (!person || people.size > 1) return null;
  return { ...person, name: person.name || (name === person.address ? '' : name) };
}
