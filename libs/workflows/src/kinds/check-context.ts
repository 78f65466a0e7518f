import type { RecipientRole } from '../catalogue/event-type.js';
import type { Texts } from '../language/language.js';
import type { TextContext } from '../problems/text-problems.js';
import type { Reentry, Trigger } from '../trigger/trigger.js';
import type { WebhookAllow } from './call-webhook/webhook-target.js';
import type { Cause } from './cause.js';

/** What the checks know of the studio when they look at a step. */
export interface CheckContext extends TextContext {
  readonly roles: readonly RecipientRole[];
  /** Records at hand, and those of them that may be missing. */
  readonly records: readonly string[];
  readonly optionalRecords: readonly string[];
  /** Templates by id, with the fields each one uses and its own problems; undefined when they are not at hand. */
  readonly templates?: ReadonlyMap<string, TemplateFacts>;
  /** Staff by id; undefined when they are not at hand. */
  readonly staff?: ReadonlyMap<string, StaffFacts>;
  /** Workflows by id; undefined when they are not at hand. */
  readonly workflows?: ReadonlyMap<string, WorkflowFacts>;
  /** Id of the workflow whose definition is checked, where it has one, and its re-entry rule. */
  readonly self?: string;
  readonly reentry: Reentry;
  /** Servers that webhooks may call whatever their address; undefined when they are not at hand. */
  readonly webhookAllow?: WebhookAllow;
}

export interface TemplateFacts {
  readonly name: string;
  readonly archived?: boolean;
  readonly fields: readonly { readonly path: string; readonly hasFallback: boolean }[];
  readonly hasProblems: boolean;
  /** The first of its mistakes, in a sentence. */
  readonly mistake?: Texts;
}

export interface StaffFacts {
  readonly name: string;
  readonly archived: boolean;
}

export interface WorkflowFacts {
  readonly name: string;
  readonly state: string;
  /** The event whose records it has at hand, what starts it, and what its steps make happen, as published. */
  readonly event: string;
  readonly trigger: Trigger;
  readonly causes: readonly Cause[];
}
