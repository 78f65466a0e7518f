import {
  choiceLabel as choiceIn,
  eventGroupLabel as eventGroupIn,
  eventLabel as eventIn,
  fieldLabel as fieldIn,
  fieldName as fieldNameIn,
  kinds,
  operatorLabel as operatorIn,
  recordLabel as recordIn,
  type EventType,
  type Operator,
  type StepKind,
} from '@cueline/workflows';
import { language } from '../../messages/language.js';

/** What the language of workflows calls its parts, in the language of the page. */
export const kindLabel = (kind: StepKind): string => kinds[kind].label[language];
export const kindHint = (kind: StepKind): string => kinds[kind].hint[language];

export const eventLabel = (type: EventType): string => eventIn(type, language);
export const eventGroupLabel = (group: string): string => eventGroupIn(group, language);

export const recordLabel = (record: string): string => recordIn(record, language);

/** "First name" */
export const fieldLabel = (path: string): string => fieldIn(path, language);

/** "Client first name": with its record. */
export const fieldName = (path: string): string => fieldNameIn(path, language);

export const choiceLabel = (path: string, value: string): string => choiceIn(path, value, language);

export const operatorLabel = (op: Operator): string => operatorIn(op, language);
