import type { ZodType } from 'zod';
import type { EventType } from '../catalogue/event-types.js';
import type { Condition } from '../conditions/condition.js';
import type { Language, Texts } from '../language/language.js';
import type { ProblemDraftOf, ProblemMessage } from '../problems/problem.js';
import type { SharedProblemCode } from '../problems/shared-messages.js';
import type { WaitUntil } from '../timing/date-moment.js';
import type { WaitDuration } from '../timing/duration.js';
import type { CausedAt } from './cause.js';
import type { CheckContext } from './check-context.js';
import type { WaitKind } from './entry.js';
import type { StepKind, StepOf } from './step.js';
import type { Answer, WaitAnswer, WaitFacts } from './waiting.js';

/** Names that a summary needs and a definition does not hold. */
export interface SummaryLabels {
  templateName(id: string): string | undefined;
  staffName(id: string): string | undefined;
  workflowName(id: string): string | undefined;
}

/** The names of what a screen draws for a step. */
export type StepIcon =
  | 'mail'
  | 'mail-approved'
  | 'hourglass'
  | 'reply'
  | 'money'
  | 'fork'
  | 'repeat'
  | 'checklist'
  | 'approval'
  | 'pencil'
  | 'bell'
  | 'webhook'
  | 'flag';

/** What a kind of step is about; screens give each family a color. */
export type StepFamily = 'client' | 'time' | 'logic' | 'studio' | 'end';

/** Time that passes at a step, on every way on from it. */
export type StepWait =
  | { readonly type: 'for'; readonly time: WaitDuration; readonly at: string }
  | { readonly type: 'until'; readonly until: WaitUntil; readonly at: string };

/** An email that a step sends. */
export interface StepMail {
  readonly role: string;
  /** Two steps with the same key write to the same people. */
  readonly recipientKey: string;
  /** "the client", "den Kunden" */
  readonly recipients: Texts;
  /** To people outside the studio. */
  readonly isOutside: boolean;
  /** Nobody reads it before it goes to whoever wrote. */
  readonly answersUnread: boolean;
  readonly template?: string | null;
  readonly subject?: string;
}

/** What a person has to answer before the run goes on. */
export interface StepQuestion {
  /** The owner's question, or an email that somebody has to approve. */
  readonly kind: 'question' | 'mail';
  readonly text: string;
  readonly remindEvery?: WaitDuration | undefined;
}

export interface AwaitedEvent {
  readonly type: EventType;
  readonly when?: Condition | undefined;
  readonly outcome: Answer;
}

type Setting<K extends StepKind> = Exclude<keyof StepOf<K>, 'id' | 'kind' | 'name' | 'paths'>;

interface KindOf<K extends StepKind, Code extends string> {
  readonly kind: K;
  /** "Send mail" */
  readonly label: Texts;
  readonly hint: Texts;
  readonly family: StepFamily;
  readonly icon: StepIcon;
  /** Of a step whose settings give it an icon of its own. */
  iconOf?(step: StepOf<K>): StepIcon | undefined;
  /** Schemas of the settings beside id, kind, name and paths; one that lets through what the step's interface does not hold does not compile. */
  readonly config: { readonly [S in Setting<K>]-?: ZodType<StepOf<K>[S]> };
  /** Whether the step opens paths: the owner's own, or just these. */
  readonly outcomes: false | 'own' | readonly string[];
  /** The outcome that only a person's approval leads to. */
  readonly approvedOutcome?: string;
  /** A new step of this kind, to be filled in. */
  defaults(id: string): StepOf<K>;
  /** One sentence for an owner. */
  summary(step: StepOf<K>, labels: SummaryLabels, language: Language): string;
  /** The kind's own problems in an owner's language; a code without a message does not compile. */
  readonly problemMessages: Readonly<Record<Code, ProblemMessage>>;
  /** Everything wrong or doubtful with the step; paths are relative to it. */
  problems(step: StepOf<K>, context: CheckContext): readonly ProblemDraftOf<Code | SharedProblemCode>[];
  /** What it makes happen that may start a workflow. */
  causes?(step: StepOf<K>): readonly CausedAt[];
  /** The time that it waits, where it is there to wait. */
  waits?(step: StepOf<K>): StepWait | undefined;
  mail?(step: StepOf<K>): StepMail;
  question?(step: StepOf<K>): StepQuestion | undefined;
  /** The event that ends its wait, and the outcome that this is. */
  awaits?(step: StepOf<K>): AwaitedEvent;
}

interface Waiting<K extends StepKind> {
  /** What it waits for, at this moment. Resolved again with newer facts it says so by them. */
  resolveWait(step: StepOf<K>, about: WaitFacts): WaitAnswer;
}

/** All that the product knows of one kind of step. */
export type Kind<K extends StepKind, Code extends string = string> = KindOf<K, Code> &
  ([K] extends [WaitKind] ? Waiting<K> : Partial<Waiting<K>>);
