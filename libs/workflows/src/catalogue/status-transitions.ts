import type { EventType } from './event-types.js';

/** What a change of a record’s status comes to: nothing, since it is so already; a change, perhaps with its event; or a no. */
export type StatusTransition =
  | { readonly type: 'unchanged' }
  | { readonly type: 'refused' }
  | { readonly type: 'changed'; readonly event?: EventType; readonly data?: object };

const unchanged: StatusTransition = { type: 'unchanged' };
const refused: StatusTransition = { type: 'refused' };
const changed = (event?: EventType, data: object = {}): StatusTransition =>
  event ? { type: 'changed', event, data } : { type: 'changed' };

const invoicesFrom: Readonly<Record<string, readonly string[]>> = {
  issued: ['draft'],
  overdue: ['issued'],
  void: ['draft', 'issued', 'overdue'],
};

/** The rules of each record, whoever changes it: a person, a program or a workflow. */
export const statusTransition = {
  /** A cancelled booking stays so. */
  booking: (
    from: string,
    to: 'confirmed' | 'completed' | 'cancelled',
    data: object = {},
  ): StatusTransition => {
    if (from === to) return unchanged;
    return from === 'cancelled' ? refused : changed(`booking.${to}`, data);
  },
  /** A voided invoice is no event: it ends what is under way about it. */
  invoice: (from: string, to: 'issued' | 'overdue' | 'void'): StatusTransition => {
    if (from === to) return unchanged;
    if (!invoicesFrom[to]!.includes(from)) return refused;
    return to === 'void' ? changed() : changed(`invoice.${to}`);
  },
  project: (from: string, to: string): StatusTransition =>
    from === to ? unchanged : changed('project.stage_changed', { from, to }),
} as const;
