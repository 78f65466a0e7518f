import { Inject, Injectable } from '@nestjs/common';
import type { mailReports } from '@cueline/contracts';
import { onPrisma, readReturnTag, readUnsubscribeToken, recordDeliveryReport } from '@cueline/database';
import { parseMail, readMailReport, unsubscribeRequestIn } from '@cueline/email';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { Unsubscriptions } from '../unsubscribe/unsubscriptions.js';

const nothing: mailReports.MailReportAnswer = {
  type: null,
  sendIds: [],
  matchedBy: null,
  isNew: false,
  suppressed: [],
};

/** Reads what came back to the address that mails are sent from, and writes down what it says. */
@Injectable()
export class MailReportsService {
  constructor(
    private readonly database: StudioDatabase,
    private readonly unsubscriptions: Unsubscriptions,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async report(studioId: string, source: string): Promise<mailReports.MailReportAnswer> {
    const mail = parseMail(octetsOf(source));
    const token = unsubscribeRequestIn(mail);
    if (token) return this.#unsubscribe(studioId, token);
    const report = readMailReport(mail);
    if (!report) return nothing;
    const { CUELINE_SECRET: secret } = this.configuration;
    const sendKeys = report.returnTags.flatMap((tag) => readReturnTag(secret, studioId, tag) ?? []);
    const recorded = await this.database.change(studioId, (tx) =>
      recordDeliveryReport(onPrisma(tx), studioId, { ...report, sendKeys, at: new Date() }),
    );
    if (recorded.isNew) this.database.notifier.notify();
    const { sendIds, matchedBy, isNew, suppressed } = recorded;
    return { type: report.type, sendIds: [...sendIds], matchedBy, isNew, suppressed: [...suppressed] };
  }

  async #unsubscribe(studioId: string, token: string): Promise<mailReports.MailReportAnswer> {
    const link = readUnsubscribeToken(this.configuration.CUELINE_SECRET, token);
    const done = link?.studioId === studioId ? await this.unsubscriptions.unsubscribe(link) : undefined;
    if (!done) return nothing;
    const { sendId, address, isNew } = done;
    return {
      type: 'unsubscribed',
      sendIds: [sendId],
      matchedBy: 'messageId',
      isNew,
      suppressed: isNew ? [address] : [],
    };
  }
}

/** One character for each octet, whichever way the caller wrote them. */
const octetsOf = (source: string): string =>
  /[^\p{ASCII}\u0080-\u00ff]/u.test(source) ? Buffer.from(source, 'utf8').toString('latin1') : source;
