import {
  datesThatMatter,
  parseBusinessHours,
  PAST_TOLERANCE_MS,
  startMoment,
  TimeError,
  type DateTrigger,
} from '@cueline/workflows';
import { inParallel } from '../../platform/places/in-parallel.js';
import { SetAside } from '../../platform/places/set-aside.js';
import { log } from '../../platform/log.js';
import type { DatedRecord, DateTriggersRepository, DateWorkflow } from './date-triggers.repository.js';

const AT_ONCE = 4;

/**
 * Starts workflows when a moment counted from a record's date comes. Nothing is planned ahead: each sweep asks which moments lie between the last one and now, by
 * the dates of now. So a moved date moves its trigger, a new record has one, and what came while no worker ran is started late rather than never.
 */
export class DateTriggers {
  readonly #aside = new SetAside();

  constructor(
    private readonly repository: Pick<DateTriggersRepository, 'workflows' | 'sweep'>,
    /** There are new events. */
    private readonly notify: () => void,
  ) {}

  async sweep(): Promise<void> {
    const workflows = (await this.repository.workflows()).filter(({ id }) => !this.#aside.rests(id));
    // Beside each other, so that one whose rows are locked keeps few waiting.
    await inParallel(workflows, AT_ONCE, async (workflow) => {
      try {
        if ((await this.#sweep(workflow)) > 0) this.notify();
        this.#aside.worked(workflow.id);
      } catch (error) {
        this.#aside.failed('The dates for workflow', workflow.id, error);
      }
    });
  }

  #sweep(workflow: DateWorkflow): Promise<number> {
    const { moment } = workflow.trigger;
    return this.repository.sweep(
      workflow,
      (since, now) => datesThatMatter(moment, since, now),
      (records, since, now) => records.flatMap((record) => dueWithin(record, moment, since, now)),
    );
  }
}

type Moment = DateTrigger['moment'];

function dueWithin(record: DatedRecord, moment: Moment, since: string, now: string) {
  const date = record.date.length === 10 ? record.date : new Date(record.date).toISOString();
  try {
    const calendar = { zone: record.zone, hours: parseBusinessHours(record.businessHours) };
    const due = startMoment(date, moment, calendar);
    if (due === null) return [];
    const at = Date.parse(due);
    // What came less than a minute after its moment starts too (`nextTrigger`). A moment is requested once, however often it is found.
    const from = Date.parse(since) - PAST_TOLERANCE_MS;
    return from < at && at <= Date.parse(now) ? [{ id: record.id, due }] : [];
  } catch (error) {
    if (!(error instanceof TimeError)) throw error;
    // One record or brand that cannot be reckoned with must not keep the others from theirs.
    log.warnSeldom(record.id, `The date of record ${record.id} could not be counted from`, error);
    return [];
  }
}
