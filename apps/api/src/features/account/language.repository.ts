import { Injectable } from '@nestjs/common';
import { account } from '@cueline/contracts';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { notFound } from '../../platform/problems/problem-error.js';

/** The language in which a member has the screens. */
@Injectable()
export class LanguageRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** Null: the member has chosen none. */
  async of(studioId: string, userId: string): Promise<account.Language | null> {
    const row = await this.database
      .of(studioId)
      .member.findFirst({ where: { userId }, select: { language: true } });
    return account.language.nullable().parse(row?.language ?? null);
  }

  async choose(studioId: string, userId: string, language: account.Language): Promise<void> {
    const { count } = await this.database
      .of(studioId)
      .member.updateMany({ where: { userId }, data: { language } });
    if (count === 0) throw notFound('member');
  }
}
