import { Injectable } from '@nestjs/common';
import type { handMails } from '@cueline/contracts';
import type { Caller } from '../../platform/auth/caller.js';
import { pageOf } from '../../platform/paging/cursor.js';
import { notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { HandMailsRepository } from './hand-mails.repository.js';
import type { MailDraftRow } from './mail-drafts.sql.js';

/** Letters that are being written. Each is its author's alone. */
@Injectable()
export class MailDraftsService {
  constructor(private readonly repository: HandMailsRepository) {}

  async list({ studioId, by }: Caller, query: handMails.MailDraftQuery) {
    return pageOf(await this.repository.drafts(studioId, by, query), query.limit, view);
  }

  async create({ studioId, by }: Caller, draft: handMails.NewMailDraft): Promise<handMails.MailDraftView> {
    if (!(await this.repository.record(studioId, draft.about))) throw notFound('record');
    return this.#of(studioId, draft.id, await this.repository.createDraft(studioId, by, draft));
  }

  async save(
    { studioId, by }: Caller,
    id: string,
    draft: handMails.MailDraftPatch,
  ): Promise<handMails.MailDraftView> {
    return this.#of(studioId, id, await this.repository.saveDraft(studioId, by, id, draft));
  }

  /** @throws ProblemError for a draft that is another person's, or not there any more */
  async #of(studioId: string, id: string, row: MailDraftRow | undefined): Promise<handMails.MailDraftView> {
    if (row) return view(row);
    if ((await this.repository.mails(studioId, id)).length > 0)
      throw new ProblemError('resource.conflict', {
        en: 'This email was sent already.',
        de: 'Diese E-Mail ist schon gesendet.',
      });
    throw notFound('draft');
  }

  async delete({ studioId, by }: Caller, id: string): Promise<void> {
    if (!(await this.repository.deleteDraft(studioId, by, id))) throw notFound('draft');
  }
}

const view = ({ id, aboutType, aboutId, content, updatedAt }: MailDraftRow): handMails.MailDraftView => ({
  id,
  about: { type: aboutType, id: aboutId },
  content,
  updatedAt: updatedAt.toISOString(),
});
