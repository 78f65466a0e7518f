import type { SectionCondition } from '@cueline/email/blocks';
import { choiceLabel, fieldName, operatorLabel } from '../../labels/labels.js';
import { list } from '../../../messages/catalogue.js';
import { m } from './messages.js';

/** "Only if Client company is not empty" */
export const sectionSentence = ({ field, op, value }: SectionCondition): string =>
  m.onlyIf([fieldName(field), operatorLabel(op), valueLabel(field, value)].filter(Boolean).join(' '));

function valueLabel(field: string, value: SectionCondition['value']): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return choiceLabel(field, value);
  if (typeof value === 'number') return String(value);
  if ('currency' in value) return `${String(value.amountMinor / 100)} ${value.currency}`;
  return list(value.map((one) => choiceLabel(field, one)));
}
