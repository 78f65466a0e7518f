import type { Pool } from 'pg';

export interface OpenQuestion {
  readonly kind: 'question' | 'mail';
  readonly question: string;
  readonly workflow_name: string;
  readonly client_name: string | null;
  readonly reminders: number;
}

export interface ReminderSources {
  readonly pool: Pool;
  readonly platformDomain: string;
  readonly publicUrl: string;
}
