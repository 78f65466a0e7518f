import { Injectable } from '@nestjs/common';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { ownMails } from './own-mails.sql.js';

@Injectable()
export class MailCatcherRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** Those of these mails that the studio's own ledger has sent. */
  async own(studioId: string, messageIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await ownMails.rows(this.database.database.pool, { studioId, messageIds });
    return new Set(rows.map(({ messageId }) => messageId));
  }
}
