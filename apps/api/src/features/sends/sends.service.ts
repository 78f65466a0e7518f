import { Injectable } from '@nestjs/common';
import type { sends } from '@cueline/contracts';
import { describeReason, type Reason } from '@cueline/workflows';
import type { Caller } from '../../platform/auth/caller.js';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { pageOf } from '../../platform/paging/cursor.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { SendsRepository } from './sends.repository.js';
import type { HoldRow, SendRow } from './sends.sql.js';

@Injectable()
export class SendsService {
  constructor(private readonly repository: SendsRepository) {}

  async list(studioId: string, query: sends.SendQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async holds(studioId: string): Promise<{ items: sends.HoldView[] }> {
    return { items: (await this.repository.holds(studioId)).map(holdView) };
  }

  async release({ studioId, by }: Caller, choice: sends.HeldChoice): Promise<sends.HeldChanged> {
    await this.#mustKnow(studioId, choice);
    const mails =
      'group' in choice
        ? await this.repository.releaseGroup(studioId, choice.group, by.name)
        : await this.repository.release(studioId, choice.ids);
    return { mails };
  }

  async skip({ studioId, by }: Caller, choice: sends.HeldChoice): Promise<sends.HeldChanged> {
    await this.#mustKnow(studioId, choice);
    const reason: Reason = { code: 'send.skippedByPerson', params: { by: by.name, note: choice.note ?? '' } };
    return { mails: await this.repository.skip(studioId, choice, reason) };
  }

  /** @throws ProblemError for a group or mail that the studio does not have */
  async #mustKnow(studioId: string, choice: sends.HeldChoice): Promise<void> {
    if ('group' in choice) {
      if (!(await this.repository.knowsGroup(studioId, choice.group))) throw notFound('group of held mails');
      return;
    }
    const ids = [...new Set(choice.ids)];
    if ((await this.repository.known(studioId, ids)) < ids.length) throw notFound('mail');
  }
}

const view = (row: SendRow): sends.SendView => ({
  id: row.id,
  purpose: row.purpose,
  state: row.state,
  to: row.toAddress,
  toName: row.toName,
  category: row.category,
  template: row.template,
  runId: row.runId,
  stepId: row.stepId,
  workflowId: row.workflowId,
  workflowName: row.workflowName,
  clientId: row.clientId,
  group: row.holdGroup,
  heldAt: row.heldAt?.toISOString() ?? null,
  nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  reasonCode: row.reason?.code ?? null,
  reasons: describeReason(row.reason, replyLanguage()),
});

const holdView = (row: HoldRow): sends.HoldView => ({
  group: row.holdGroup,
  cause: row.cause,
  reasonCode: row.reason.code,
  reasons: describeReason(row.reason, replyLanguage()),
  since: row.since.toISOString(),
  mails: row.mails,
  nextTryAt: row.nextProbeAt?.toISOString() ?? null,
});
