import type { QuestionMail } from './choose-answer.js';
import type { QuestionRule, QuestionRules } from './rule.js';

export const rule = (given: Partial<QuestionRule> = {}): QuestionRule => ({
  id: 'price',
  name: 'Prices',
  any: ['price*', 'cost*', 'how much', 'Preis*', 'was kostet', 'combien', 'precio*', '価格'],
  none: [],
  places: ['subject', 'text'],
  senders: [],
  folders: [],
  way: 'any',
  templateId: 'prices',
  outOfHoursTemplateId: null,
  ...given,
});
export const dates = rule({
  id: 'date',
  name: 'Dates',
  any: ['available', 'free on', 'frei', 'verfügbar', 'disponible*'],
  templateId: 'dates',
});
export const rulesOf = (...rules: readonly QuestionRule[]): QuestionRules => ({ schemaVersion: 1, rules });

export const mailOf = (text: string, given: Partial<QuestionMail> = {}): QuestionMail => ({
  subject: 'Our Saturday',
  text,
  sender: 'mara@example.test',
  folderId: 'inbox',
  isForm: false,
  ...given,
});
