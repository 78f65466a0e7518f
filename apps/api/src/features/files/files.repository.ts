import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { storedFileContent, storedFileHeads } from '@cueline/database';
import { StudioDatabase } from '../../platform/database/studio-database.js';

const view = {
  id: true,
  name: true,
  type: true,
  octets: true,
  width: true,
  height: true,
  createdAt: true,
} as const;

@Injectable()
export class FilesRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** Each content once under its name: what is uploaded again is the file that is there. */
  keep(studioId: string, file: Uploaded) {
    const { name, createdBy, content, type, width, height } = file;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const create = {
      ...{ studioId, sha256, name, type, width, height, createdBy },
      octets: content.length,
      content: Uint8Array.from(content),
    };
    return this.database.of(studioId).storedFile.upsert({
      where: { studioId_sha256_name: { studioId, sha256, name } },
      update: {},
      create,
      select: view,
    });
  }

  /** An image of any studio: whoever knows its id may see it. */
  image(id: string) {
    const select = { type: true, sha256: true, content: true } as const;
    const where = { id, width: { not: null } };
    return this.database.database.prisma.storedFile.findFirst({ where, select });
  }

  heads(studioId: string, ids: readonly string[]) {
    return storedFileHeads.rows(this.database.database.pool, { studioId, ids });
  }

  content(studioId: string, id: string) {
    return storedFileContent.first(this.database.database.pool, { studioId, id });
  }
}

interface Uploaded {
  readonly name: string;
  readonly createdBy: string;
  readonly content: Buffer;
  readonly type: string;
  /** Of an image. */
  readonly width: number | null;
  readonly height: number | null;
}
