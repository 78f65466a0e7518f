import type { WaitDuration } from '../../timing/duration.js';
import type { StepBase } from '../step-base.js';

export type Assignee =
  /** Nobody in particular: it is in the studio's list. */
  | { readonly role: 'owner' }
  /** Who is on the event or the booking when the step runs. */
  | { readonly role: 'staff' }
  /** One of the staff; null while the owner has chosen nobody. */
  | { readonly role: 'member'; readonly id: string | null };

export interface CreateTaskStep extends StepBase {
  readonly kind: 'createTask';
  /** Filled in with merge fields, as are the notes. */
  readonly title: string;
  readonly notes?: string;
  readonly assignee: Assignee;
  /** How long after the step it is due. */
  readonly due?: WaitDuration;
}
