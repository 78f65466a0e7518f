import type { EventType } from '../catalogue/event-types.js';

/** Something that a step makes happen and that may start a workflow. Answers of people to its emails are theirs, not the step's. */
export type Caused =
  | { readonly type: 'start'; readonly workflow: string }
  | {
      readonly type: 'event';
      readonly event: EventType;
      /** The event is about a record that did not exist before. */
      readonly fresh: boolean;
      /** Facts that are certain with the event, by path. */
      readonly known: Readonly<Record<string, string>>;
      /** The field whose change the event reports; there is no event when the field has that value already. */
      readonly field?: string;
    };

/** The same as a kind says it. */
export type CausedAt = Caused & {
  /** JSON pointer to the setting that makes it happen, relative to the step. */
  readonly at: string;
};

interface Place {
  readonly stepId: string;
  /** JSON pointer to the setting that makes it happen. */
  readonly path: string;
  /** Every run comes to the step: nothing before it chooses or may end the run. */
  readonly always: boolean;
  /** Something is waited for before it. */
  readonly waits: boolean;
  /** The paths that it lies on, from the outermost. */
  readonly within: readonly Within[];
}

/** A path of a step, of which a run takes one. */
export interface Within {
  /** JSON pointer to the step. */
  readonly step: string;
  readonly path: number;
  /** Nothing that follows the step is come to by it. */
  readonly ends: boolean;
}

/** Where in a definition something is made to happen. */
export type Cause = Place & Caused;

/** Whether a text is sure to stay as it is written. */
export const isLiteral = (text: string): boolean => !text.includes('{{') && !text.includes('{%');
