import type { EventType } from '../catalogue/event-types.js';
import type { FactValue } from '../catalogue/field.js';
import type { Control } from '../interpreter/state.js';

/** Facts that become others, by record and field. */
export type FactsPatch = Readonly<Record<string, Readonly<Record<string, FactValue>>>>;

/** What is let happen in a rehearsal: at an ISO instant, "the client replies", "the invoice is paid", "the booking moves to ...". */
export type InjectedEvent = { readonly at: string } & (
  | { readonly type: 'event'; readonly event: EventType; readonly facts?: FactsPatch }
  | { readonly type: 'change'; readonly facts: FactsPatch }
  | { readonly type: 'answer'; readonly answer: 'approved' | 'declined' }
  | { readonly type: 'control'; readonly control: Control }
);
