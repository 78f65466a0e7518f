import type { threads } from '@cueline/contracts';

export type AnswerKind = threads.AnswerKind;
