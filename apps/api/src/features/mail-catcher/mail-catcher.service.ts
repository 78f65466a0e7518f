import { Inject, Injectable } from '@nestjs/common';
import type { account } from '@cueline/contracts';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { MailCatcherRepository } from './mail-catcher.repository.js';

/** The catcher gives no more than this at once. */
const PIECE = 1_000;

/**
 * The catcher knows no studios: here one sees what the own studio's ledger sent, and nothing else. Invitations and links to set a password
 * belong to no studio's ledger, so nobody reads another's here.
 */
@Injectable()
export class MailCatcherService {
  constructor(
    private readonly repository: MailCatcherRepository,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async list(studioId: string, limit: number): Promise<account.CaughtMailList> {
    const own: account.CaughtMailList['items'] = [];
    for (let offset = 0; ; offset += PIECE) {
      const piece = await this.#ask<account.CaughtMailList>(`messages?limit=${PIECE}&offset=${offset}`);
      const ids = await this.repository.own(
        studioId,
        piece.items.map(({ messageId }) => messageId),
      );
      own.push(...piece.items.filter(({ messageId }) => ids.has(messageId)));
      if (offset + PIECE >= piece.total) return { total: own.length, items: own.slice(0, limit) };
    }
  }

  async get(studioId: string, id: string): Promise<account.CaughtMailDetail> {
    const mail = await this.#ask<account.CaughtMailDetail>(`messages/${id}`);
    if (!(await this.repository.own(studioId, [mail.messageId])).has(mail.messageId)) throw notFound('mail');
    return mail;
  }

  async #ask<T>(path: string): Promise<T> {
    const { MAIL_CATCHER_URL: base } = this.configuration;
    if (!base)
      throw new ProblemError('resource.notFound', {
        en: 'There is no local mail catcher here: mails go out for real.',
        de: 'Hier werden keine E-Mails abgefangen: Sie gehen wirklich hinaus.',
      });
    const response = await fetch(new URL(path, base), { signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    );
    if (!response)
      throw new ProblemError('server.unavailable', {
        en: 'The mail catcher does not answer.',
        de: 'Das Programm, das E-Mails abfängt, antwortet nicht.',
      });
    if (response.status === 404) throw notFound('mail');
    return (await response.json()) as T;
  }
}
