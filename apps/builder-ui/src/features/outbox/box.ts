import type { listSends } from '../../api-client/generated/sdk.gen.js';
import type { Tone } from '../../kit/status-dot.js';
import { m } from './messages.js';

export type Email = Awaited<ReturnType<typeof listSends<true>>>['data']['items'][number];
export type EmailState = Email['state'];

export const boxes = ['scheduled', 'held', 'inDoubt', 'sent', 'failed'] as const;
export type Box = (typeof boxes)[number];

/** The box that the address names; else what leaves next. */
export const readBox = (search: Record<string, unknown>): Box =>
  boxes.find((box) => box === search['box']) ?? 'scheduled';

export const stateLabels: Readonly<Record<EmailState, string>> = m.states;
export const stateTones: Readonly<Record<EmailState, Tone>> = {
  held: 'you',
  queued: 'waiting',
  sending: 'waiting',
  sent: 'done',
  in_doubt: 'you',
  failed: 'broken',
  bounced: 'broken',
  suppressed: 'quiet',
};

/** What it is about, as far as it is written. */
export const subjectOf = ({ subject, template, purpose }: Email): string =>
  subject ?? template ?? nameless[purpose] ?? m.withinStudio;
const nameless: Partial<Record<Email['purpose'], string>> = { reminder: m.reminder, forward: m.answer };
export const whomOf = ({ to, toName }: Pick<Email, 'to' | 'toName'>): string =>
  toName ? `${toName} · ${to}` : to;
/** Who is behind it: a workflow, or a person. */
export const originOf = ({
  purpose,
  workflowName,
  author,
}: Pick<Email, 'purpose' | 'workflowName' | 'author'>): string => {
  if (purpose === 'forward') return m.forward;
  if (author === null) return workflowName ?? m.withinStudio;
  return purpose === 'test' ? m.testBy(author) : m.byHand(author);
};
/** When it leaves or left. */
export const timeOf = ({ state, nextAttemptAt, sentAt, heldAt, createdAt }: Email): string =>
  (state === 'queued' && nextAttemptAt) || sentAt || heldAt || createdAt;
