import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ImageFacts } from '@cueline/email';
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

  /** Each content once: what is uploaded again is the file that is there. */
  keep(studioId: string, { name, createdBy, ...image }: ImageFacts & Uploaded) {
    const { content, type, width, height } = image;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const create = {
      ...{ studioId, sha256, name, type, width, height, createdBy },
      octets: content.length,
      content: Uint8Array.from(content),
    };
    return this.database.of(studioId).storedFile.upsert({
      where: { studioId_sha256: { studioId, sha256 } },
      update: {},
      create,
      select: view,
    });
  }

  /** Of any studio: whoever knows its id may see it. */
  content(id: string) {
    const select = { type: true, sha256: true, content: true } as const;
    return this.database.database.prisma.storedFile.findUnique({ where: { id }, select });
  }
}

interface Uploaded {
  readonly name: string;
  readonly createdBy: string;
  readonly content: Buffer;
}
