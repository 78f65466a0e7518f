import type { ZodType } from 'zod';
import type { Field } from '../catalogue/field.js';
import type { RecipientRole } from '../catalogue/event-type.js';
import type { Reentry, Trigger } from '../definition/trigger.js';
import type { StepKind, StepOf } from '../definition/step.js';
import type { Cause } from '../analysis/causes.js';
import type { Problem } from '../analysis/problem.js';
import type { WebhookAllow } from './call-webhook/webhook-target.js';

/** What the checks know of the studio when they look at a step. */
export interface CheckContext {
  /** Merge fields at hand on this trigger, by path. */
  readonly fields: ReadonlyMap<string, Field>;
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
  /** Reads a text with merge fields; undefined where nobody can. */
  readonly readText?: (source: string) => TextFacts;
}

export interface TemplateFacts {
  readonly name: string;
  readonly archived?: boolean;
  readonly fields: readonly { readonly path: string; readonly hasFallback: boolean }[];
  readonly hasProblems: boolean;
  /** The first of its mistakes, in a sentence. */
  readonly mistake?: string;
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

/** What a text uses, or the first thing wrong with it, in words. */
export type TextFacts =
  | {
      readonly ok: true;
      readonly fields: TemplateFacts['fields'];
      /** What a person may want to look at, in a sentence each. */
      readonly warnings?: readonly string[];
    }
  | { readonly ok: false; readonly mistake: string };

/** Words that a summary needs and a definition does not hold. */
export interface SummaryWords {
  templateName(id: string): string | undefined;
  staffName(id: string): string | undefined;
  workflowName(id: string): string | undefined;
}

export type ProblemDraft = Pick<Problem, 'code' | 'path' | 'params'> & Partial<Pick<Problem, 'severity'>>;

/** All that the product knows of one kind of step. */
export interface Kind<K extends StepKind> {
  readonly kind: K;
  /** "Send mail" */
  readonly label: string;
  readonly hint: string;
  /** Schemas of the fields beside id, kind, name and paths. */
  readonly config: Readonly<Record<Exclude<keyof StepOf<K>, 'id' | 'kind' | 'name' | 'paths'>, ZodType>>;
  /** Whether the step opens paths: the owner's own, or just these. */
  readonly outcomes: false | 'own' | readonly string[];
  /** A new step of this kind, to be filled in. */
  defaults(id: string): StepOf<K>;
  /** One sentence in an owner's words. */
  summary(step: StepOf<K>, words: SummaryWords): string;
  /** Everything wrong or doubtful with the step; paths are relative to it. */
  problems(step: StepOf<K>, context: CheckContext): readonly ProblemDraft[];
}
