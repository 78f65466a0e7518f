import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import { candidateOf, type RecordContext } from '@cueline/database';
import {
  asStarting,
  datesThatMatter,
  decideStart,
  nextTrigger,
  parseBusinessHours,
  reentryKeyOf,
  TimeError,
  type DateTrigger,
  type Definition,
} from '@cueline/workflows';
import { StudioDatabase } from '../../../platform/database/studio-database.js';
import { comingRecords } from './coming-records.sql.js';
import { MatchingRecordsRepository } from './matching-records.repository.js';

/** The records whose dates come first; a studio may have a hundred thousand. */
const MOST = 500;
const SHOWN = 5;

type Coming = workflows.ComingRecords['first'][number];

/** For which of the records that are there already a date workflow will start, and when: by the rules of the sweep and the dispatcher. */
@Injectable()
export class ComingRecords {
  constructor(
    private readonly database: StudioDatabase,
    private readonly repository: MatchingRecordsRepository,
  ) {}

  async of(
    studioId: string,
    workflowId: string,
    definition: Definition,
  ): Promise<workflows.ComingRecords | null> {
    const { trigger } = definition;
    if (trigger.type !== 'date') return null;
    const now = new Date();
    const [from] = datesThatMatter(trigger.moment, now, now);
    const { pool } = this.database.database;
    const found = comingRecords[trigger.moment.anchor];
    const rows = await found.rows(pool, { studioId, first: from, limit: MOST + 1 });
    const looked = rows.slice(0, MOST).map((records) => {
      const candidate = asStarting(definition, candidateOf(records));
      return { records, candidate, key: reentryKeyOf(trigger, candidate) };
    });
    const keys = trigger.reentry === 'every-time' ? [] : looked.map(({ key }) => key);
    const used =
      keys.length > 0 ? (await this.repository.used(studioId, workflowId, keys, [])).keys : new Set();
    const coming = looked.flatMap(({ records, candidate, key }) => {
      if (used.has(key) || !decideStart(trigger, candidate, now.toISOString()).starts) return [];
      const at = momentOf(trigger, records, candidate.facts, now);
      return at === undefined ? [] : [viewOf(records, at)];
    });
    const first = coming.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(0, SHOWN);
    return { count: coming.length, more: rows.length > MOST, first };
  }
}

function momentOf(
  { moment }: DateTrigger,
  { brand }: RecordContext,
  facts: Parameters<typeof nextTrigger>[1],
  now: Date,
): string | undefined {
  try {
    const calendar = { zone: brand?.zone ?? '', hours: parseBusinessHours(brand?.businessHours) };
    const next = nextTrigger(moment, facts, now.toISOString(), calendar);
    return next.type === 'starts' ? next.due : undefined;
  } catch (error) {
    if (error instanceof TimeError) return undefined;
    throw error;
  }
}

const viewOf = ({ subjectType: type, subjectId: id, client }: RecordContext, at: string): Coming => ({
  record: { type, id },
  clientName: client && [client.firstName, client.lastName].filter(Boolean).join(' '),
  at,
});
