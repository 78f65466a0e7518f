import { randomUUID } from 'node:crypto';
import type { UnsubscribeLink } from '../credentials/unsubscribe-link.js';
import type { Queryable } from '../client/statement.js';
import { recordEvents } from '../outbox/outbox.js';
import { MAIL_REPORT_SOURCE } from './delivery-reports.js';
import { Suppressions } from './suppressions.js';
import { mailToUnsubscribe } from './unsubscribe.sql.js';

/**
 * What the reader of a mail says by its link: no more marketing. The link of a test changes nothing.
 * @param on a transaction @returns undefined where there is no such mail
 */
export async function unsubscribeByLink(on: Queryable, { studioId, sendKey }: UnsubscribeLink) {
  const mail = await mailToUnsubscribe.first(on, { studioId, sendKey });
  if (!mail) return undefined;
  if (mail.isTest) return { ...mail, isNew: false };
  const { sendId, toAddress: address } = mail;
  const list = new Suppressions(on, studioId);
  const added = await list.add({ address, scope: 'marketing', reason: 'unsubscribed', sendId });
  const events = added.clientIds.map((id) => ({
    ...{ source: MAIL_REPORT_SOURCE, sourceId: randomUUID() },
    ...{
      type: 'client.unsubscribed',
      subjectType: 'client',
      subjectId: id,
      data: {},
      occurredAt: new Date(),
    },
  }));
  await recordEvents(on, studioId, events);
  return { ...mail, isNew: added.isNew };
}
