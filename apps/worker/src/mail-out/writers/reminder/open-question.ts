import type { OpenQuestion, Queryable } from '@cueline/database';

export type { OpenQuestion };

export interface ReminderSources {
  readonly pool: Queryable;
  readonly platformDomain: string;
  readonly publicUrl: string;
}
