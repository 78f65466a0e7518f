import {
  settableLabel,
  eventTypeOf,
  fieldOf,
  describeField,
  kinds,
  operatorLabel as operatorInEnglish,
  recordSpec,
  type EventType,
  type Operator,
  type StepKind,
} from '@cueline/workflows';
import { language } from '../../messages/language.js';
import { eventGroupsDe, eventsDe, kindsDe, operatorsDe } from './language.de.js';
import { choicesDe, fieldsDe, recordsDe } from './records.de.js';

/** The workflow language has its names in English; here they are in the language of the page. */
const isGerman = language === 'de';

export const kindLabel = (kind: StepKind): string => (isGerman ? kindsDe[kind] : kinds[kind]).label;
export const kindHint = (kind: StepKind): string => (isGerman ? kindsDe[kind] : kinds[kind]).hint;

export const eventLabel = (type: EventType): string =>
  (isGerman ? eventsDe[type]?.label : undefined) ?? eventTypeOf(type)?.label ?? type;
export const eventGroupLabel = (group: string): string =>
  (isGerman ? eventGroupsDe[group] : undefined) ?? group;

export const recordLabel = (record: string): string =>
  (isGerman ? recordsDe[record] : undefined) ?? recordSpec(record)?.label ?? record;

/** "First name" */
export const fieldLabel = (path: string): string =>
  (isGerman ? fieldsDe[path] : undefined) ?? fieldOf(path)?.label ?? path.split('.').slice(1).join('.');

/** "Client first name": with its record. */
export function fieldName(path: string): string {
  if (!isGerman || !fieldsDe[path]) return describeField(path);
  return `${recordLabel(path.split('.')[0]!)}: ${fieldsDe[path]}`;
}

export const choiceLabel = (path: string, value: string): string =>
  (isGerman ? choicesDe[path]?.[value] : undefined) ?? settableLabel(path, value);

export const operatorLabel = (op: Operator): string => (isGerman ? operatorsDe[op] : operatorInEnglish(op));
