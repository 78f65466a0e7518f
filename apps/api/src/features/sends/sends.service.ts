import { Injectable } from '@nestjs/common';
import type { sends } from '@cueline/contracts';
import type { Changed } from '@cueline/database';
import type { Reason } from '@cueline/workflows';
import type { Texts } from '@cueline/workflows/language';
import type { Caller } from '../../platform/auth/caller.js';
import { pageOf } from '../../platform/paging/cursor.js';
import { notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { SendsRepository } from './sends.repository.js';
import { detailView, holdView, view } from './send-views.js';

@Injectable()
export class SendsService {
  constructor(private readonly repository: SendsRepository) {}

  async list(studioId: string, query: sends.SendQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async get(studioId: string, id: string): Promise<sends.SendDetail> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('mail');
    return detailView(row);
  }

  /** The same decision twice is one; who decides otherwise is told what has become of the mail. */
  async decide(
    { studioId, by }: Caller,
    id: string,
    { decision }: sends.DoubtDecision,
  ): Promise<sends.SendDetail> {
    await this.get(studioId, id);
    const isDecided = await this.repository.decide(studioId, id, decision, by.name);
    const row = await this.get(studioId, id);
    if (isDecided || after[decision].has(row.state)) return row;
    throw new ProblemError('send.notInDoubt', notInDoubt(row));
  }

  async holds(studioId: string): Promise<{ items: sends.HoldView[] }> {
    return { items: (await this.repository.holds(studioId)).map(holdView) };
  }

  async release({ studioId, by }: Caller, choice: sends.SendChoice): Promise<sends.SendsChanged> {
    await this.#mustKnow(studioId, choice);
    return 'group' in choice
      ? wholly(await this.repository.releaseGroup(studioId, choice.group, by.name))
      : changed(await this.repository.release(studioId, choice.ids));
  }

  async skip({ studioId, by }: Caller, choice: sends.SendChoice): Promise<sends.SendsChanged> {
    await this.#mustKnow(studioId, choice);
    const reason: Reason = { code: 'send.skippedByPerson', params: { by: by.name, note: choice.note ?? '' } };
    return 'group' in choice
      ? wholly(await this.repository.skipGroup(studioId, choice.group, reason))
      : changed(await this.repository.skip(studioId, choice.ids, reason));
  }

  /** @throws ProblemError for a group or mail that the studio does not have */
  async #mustKnow(studioId: string, choice: sends.SendChoice): Promise<void> {
    if ('group' in choice) {
      if (!(await this.repository.knowsGroup(studioId, choice.group))) throw notFound('group of held mails');
      return;
    }
    const ids = [...new Set(choice.ids)];
    if ((await this.repository.known(studioId, ids)) < ids.length) throw notFound('mail');
  }
}

const wholly = (mails: number): sends.SendsChanged => ({ mails, others: [] });
const changed = ({ mails, others }: Changed): sends.SendsChanged => ({ mails, others: [...others] });

/** What a mail may have become by a decision. */
const after: Readonly<Record<sends.DoubtDecision['decision'], ReadonlySet<sends.SendState>>> = {
  markSent: new Set(['sent', 'bounced']),
  sendAgain: new Set(['queued', 'sending']),
};

function notInDoubt({ state, reasons }: sends.SendDetail): Texts {
  const why = reasons[0] ? ` ${reasons[0]}` : '';
  return {
    en: `The email is ${states[state].en} by now.${why}`,
    de: `Die E-Mail ist inzwischen ${states[state].de}.${why}`,
  };
}

const states: Readonly<Record<sends.SendState, Texts>> = {
  held: { en: 'held', de: 'zurückgehalten' },
  queued: { en: 'queued', de: 'eingereiht' },
  sending: { en: 'being sent', de: 'unterwegs' },
  sent: { en: 'sent', de: 'gesendet' },
  in_doubt: { en: 'in doubt', de: 'ungewiss' },
  failed: { en: 'failed', de: 'fehlgeschlagen' },
  bounced: { en: 'bounced', de: 'zurückgekommen' },
  suppressed: { en: 'left out', de: 'ausgelassen' },
};
