import type { EventType } from './event-types.js';

/** What a change of a record's standing comes to: nothing, since it stands so; a change, perhaps with its event; or a no. */
export type Becoming =
  | { readonly type: 'stands' }
  | { readonly type: 'refused' }
  | { readonly type: 'becomes'; readonly event?: EventType; readonly data?: object };

const stands: Becoming = { type: 'stands' };
const refused: Becoming = { type: 'refused' };
const becomes = (event?: EventType, data: object = {}): Becoming =>
  event ? { type: 'becomes', event, data } : { type: 'becomes' };

const invoicesFrom: Readonly<Record<string, readonly string[]>> = {
  issued: ['draft'],
  overdue: ['issued'],
  void: ['draft', 'issued', 'overdue'],
};

/** The rules of each record, whoever changes it: a person, a program or a workflow. */
export const becoming = {
  /** A cancelled booking stays so. */
  booking: (from: string, to: 'confirmed' | 'completed' | 'cancelled', data: object = {}): Becoming => {
    if (from === to) return stands;
    return from === 'cancelled' ? refused : becomes(`booking.${to}`, data);
  },
  /** A voided invoice is no event: it ends what is under way about it. */
  invoice: (from: string, to: 'issued' | 'overdue' | 'void'): Becoming => {
    if (from === to) return stands;
    if (!invoicesFrom[to]!.includes(from)) return refused;
    return to === 'void' ? becomes() : becomes(`invoice.${to}`);
  },
  project: (from: string, to: string): Becoming =>
    from === to ? stands : becomes('project.stage_changed', { from, to }),
} as const;
