import { Inject, Injectable } from '@nestjs/common';
import type { files } from '@cueline/contracts';
import { filesUrl, publicUrl } from '@cueline/database';
import { imageLimits, readAttachment, readImage } from '@cueline/email';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { refusedAttachment, refusedImage } from './file-refusals.js';
import { FilesRepository } from './files.repository.js';

/** Images that mails show, and files that they carry. */
@Injectable()
export class FilesService {
  constructor(
    private readonly repository: FilesRepository,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async upload(
    studioId: string,
    { name, use, data }: files.NewFile,
    createdBy: string,
  ): Promise<files.FileView> {
    const content = Buffer.from(data, 'base64');
    const read = use === 'image' ? imageOf(content, name) : attachmentOf(content, name);
    const row = await this.repository.keep(studioId, { ...read, content, createdBy });
    const url = `${filesUrl(publicUrl(this.configuration))}/${row.id}${row.width === null ? '/content' : ''}`;
    return { ...row, url, createdAt: row.createdAt.toISOString() };
  }

  async image(id: string) {
    const found = await this.repository.image(id);
    if (!found) throw notFound('file');
    return found;
  }

  async content(studioId: string, id: string) {
    const found = await this.repository.content(studioId, id);
    if (!found) throw notFound('file');
    return found;
  }
}

function imageOf(content: Buffer, name: string) {
  if (content.length > imageLimits.octets) throw refusedImage('size');
  const read = readImage(content);
  if (!read.ok) throw refusedImage(read.why);
  return { ...read.image, name };
}

function attachmentOf(content: Buffer, given: string) {
  const read = readAttachment(content, given);
  if (!read.ok) throw refusedAttachment(read.why);
  const { type, name } = read;
  return { type, name, width: null, height: null };
}
