import { Injectable } from '@nestjs/common';
import type { notes } from '@cueline/contracts';
import { addressableRecord } from '@cueline/database';
import type { Caller } from '../../platform/auth/caller.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { notFound } from '../../platform/problems/problem-error.js';

@Injectable()
export class NotesService {
  constructor(private readonly database: StudioDatabase) {}

  async create({ studioId, by }: Caller, { about, text }: notes.NewNote): Promise<notes.Note> {
    const record = { studioId, ...about };
    if (!(await addressableRecord.first(this.database.database.pool, record))) throw notFound('record');
    const data = {
      studioId,
      recordType: about.type,
      recordId: about.id,
      text,
      authorType: by.type,
      authorId: by.id,
      authorName: by.name,
    };
    const { id, createdAt } = await this.database.change(studioId, (tx) => tx.recordNote.create({ data }));
    return { id, about, text, author: by.name, createdAt: createdAt.toISOString() };
  }

  async delete(studioId: string, id: string): Promise<void> {
    const { count } = await this.database.change(studioId, (tx) =>
      tx.recordNote.deleteMany({ where: { id } }),
    );
    if (count === 0) throw notFound('note');
  }
}
