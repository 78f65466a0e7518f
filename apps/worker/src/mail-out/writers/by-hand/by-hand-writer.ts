import {
  addressableRecord,
  handMail,
  recordsAround,
  writingStaff,
  type HandMailRow,
  type Hold,
  type Queryable,
} from '@cueline/database';
import { parseAddress } from '@cueline/email';
import type { Reason } from '@cueline/workflows';
import { platform } from '../../transports/sender.js';
import { answerable, type AnswerPaths } from '../answerable.js';
import type { AttachedFiles } from '../attached-files.js';
import { suppressed, type HandWrittenMail, type MailWriter, type Ready } from '../mail-writer.js';
import { compose, fromBrand, type Written } from '../prepare.js';
import { unsubscribable, type UnsubscribeSources } from '../unsubscribable.js';

export interface ByHandSources extends UnsubscribeSources, AnswerPaths {
  readonly pool: Queryable;
  readonly platformDomain: string;
  readonly files: AttachedFiles;
}

/**
 * Mails that people wrote. What was previewed leaves, word for word; whether it may leave, and through which account, is decided when it does. A scheduled mail about
 * a record that has been called off meanwhile is held, and a person is asked.
 */
export class ByHandWriter implements MailWriter<'byHand'> {
  constructor(private readonly sources: ByHandSources) {}

  async write({ send }: HandWrittenMail): Promise<Ready> {
    const { id, studioId, key, approvalId, toAddress, messageId } = send;
    const { pool, platformDomain } = this.sources;
    const mail = (await handMail.first(pool, { studioId, sendId: id }))!;
    const { aboutType: type, aboutId, brandId, staffId, toName, inReplyTo, references, ...said } = mail;
    const { category, clientId } = said;
    const address = parseAddress(toAddress);
    if (!address) return failed({ code: 'recipient.badAddress', params: { to: toAddress } });
    const about = { studioId, event: '', type, id: aboutId, brandId };
    const context = (await recordsAround.first(pool, about))!;
    if (!context.brand) return failed({ code: 'brand.missing' });
    if (category === 'marketing' && context.client?.marketingOptOutAt && clientId === context.client.id)
      return suppressed('recipient.optedOut');
    const [staff] = staffId ? await writingStaff.rows(pool, { studioId, ids: [staffId] }) : [];
    const written: Written = {
      ...fromBrand({ ...context, runId: null }, platformDomain, staff),
      sender: context.sender ?? platform,
      ...said,
      files: await this.sources.files.load(studioId, said.attachments),
      isByHand: true,
      ...(inReplyTo && { headers: threadHeaders(inReplyTo, references ?? []) }),
    };
    const mailOf = { studioId, sendKey: key };
    const { prepared } = await compose(
      { key, purpose: 'byHand', stepId: null, visit: null, approvalId, messageId },
      { ...context, subjectType: type, subjectId: aboutId, runId: null },
      unsubscribable(answerable(written, mailOf, context, this.sources), mailOf, context, this.sources),
      { name: toName, address },
    );
    const { record } = prepared;
    const hold = send.isReleased ? undefined : await this.#holdOf(studioId, mail, key, staff !== undefined);
    return hold ? { ok: false, state: 'held', record, hold } : { ok: true, prepared };
  }

  /** What has changed since it was written, so that a person decides; undefined where nothing has. */
  async #holdOf(
    studioId: string,
    { aboutType: type, aboutId: id, aboutClosed, staffId }: HandMailRow,
    key: string,
    hasStaff: boolean,
  ): Promise<Hold | undefined> {
    const found = aboutClosed
      ? undefined
      : await addressableRecord.first(this.sources.pool, { studioId, type, id });
    if (found?.closed) {
      const params = { closed: found.closed, label: found.label };
      return heldFor(`record:${id}`, { code: 'hold.recordClosed', params });
    }
    return staffId && !hasStaff ? heldFor(`mail:${key}`, { code: 'hold.staffGone' }) : undefined;
  }
}

/** As many as mail programs read, the newest ones (RFC 5322 3.6.4). */
const MOST_REFERENCES = 20;

const threadHeaders = (inReplyTo: string, references: readonly string[]) => ({
  'In-Reply-To': inReplyTo,
  References: [...references.filter((id) => id !== inReplyTo).slice(1 - MOST_REFERENCES), inReplyTo].join(
    ' ',
  ),
});

const failed = (reason: Reason): Ready => ({ ok: false, state: 'failed', reason });

/** Mails of a group are asked about together. */
const heldFor = (group: string, reason: Reason): Hold => ({
  group,
  cause: 'record',
  reason,
  probeAfter: null,
});
