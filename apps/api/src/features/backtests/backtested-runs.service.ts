import { Inject, Injectable } from '@nestjs/common';
import type { backtests } from '@cueline/contracts';
import { textOf, type RecordContext } from '@cueline/database';
import {
  compareMails,
  factAt,
  describeReason,
  type Definition,
  type Rewound,
  type SummaryLabels,
} from '@cueline/workflows';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { Threads } from '../../platform/threads/threads.service.js';
import type { BrandsRepository } from '../brands/brands.repository.js';
import { RehearsalRecords } from '../rehearsals/rehearsal-record.service.js';
import type { BacktestInput } from './backtested-run.js';
import { PastEventsRepository } from './past-events.repository.js';

export type Brand = Awaited<ReturnType<BrandsRepository['list']>>[number];

interface PastRun {
  readonly definition: Definition;
  readonly records: RecordContext;
  readonly past: Rewound;
  /** When it would have begun, ISO instant. */
  readonly start: string;
  readonly brand: Brand;
  readonly mailsPerDay: number | null;
  readonly until: Date;
  readonly names: SummaryLabels;
  /** The merge fields of the templates, by their ids. */
  readonly usedFields: BacktestInput['usedFields'];
}

/** One run that would have been, and its mails beside those that were sent. */
@Injectable()
export class BacktestedRuns {
  constructor(
    private readonly events: PastEventsRepository,
    private readonly people: RehearsalRecords,
    private readonly threads: Threads,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async make(
    studioId: string,
    run: PastRun,
    event: backtests.BacktestedRun['event'],
  ): Promise<backtests.BacktestedRun> {
    const { records, past, until } = run;
    const { would, end } = await this.#rehearse(studioId, run);
    const did = await this.events.sent(studioId, records);
    const compared = compareMails(
      would,
      did.map((sent) => ({ template: sent.template.id, to: sent.to, sent })),
    );
    const name = (template: string) => run.names.templateName(template) ?? template;
    const reason = 'reason' in end ? describeReason(end.reason, replyLanguage(), 'rehearsed')[0] : undefined;
    return {
      event,
      record: { type: records.subjectType, id: records.subjectId },
      client: textOf(factAt(past.facts, 'client.fullName')),
      end: { result: end.result, at: end.at, reason: reason ?? null },
      mails: compared.would.map(({ mail, did: sent }) => ({
        stepId: mail.stepId,
        template: mail.template === '' ? null : { id: mail.template, name: name(mail.template) },
        to: mail.to,
        at: mail.at,
        toCome: Date.parse(mail.at) > until.getTime(),
        did: sent && sent.sent,
      })),
      gone: compared.gone.map(({ sent }) => sent),
    };
  }

  async #rehearse(
    studioId: string,
    { definition, records, past, start, brand, mailsPerDay, usedFields }: PastRun,
  ) {
    const people = await this.people.peopleAround(studioId, records.booking?.id ?? null);
    const staff = await this.people.staffOf(studioId);
    const optedOut = Boolean(records.client?.marketingOptOutAt);
    const suppressed = await this.people.suppressedIn(studioId, { definition, facts: past.facts, people });
    const cameOfInquiry = await this.people.cameOfInquiry(studioId, records);
    const { zone, locale, businessHours } = brand;
    const input = {
      ...{ definition, past, start, zone, businessHours },
      clientZone: textOf(records.client?.zone),
      people: { brand: { zone, locale }, optedOut, suppressed, mailsPerDay, cameOfInquiry, people, staff },
      usedFields,
      webhookAllow: this.configuration.WEBHOOK_ALLOW,
    };
    return this.threads.run(studioId, 'backtestedRun', input, 'long');
  }
}
