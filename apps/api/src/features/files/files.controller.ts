import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { files, idParam, type IdParam } from '@cueline/contracts';
import type { FastifyReply } from 'fastify';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, Public, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { FilesService } from './files.service.js';

/** Where files are posted: bodies there may be larger than elsewhere. */
export const UPLOADS = '/api/v1/files';

@ApiTags('Files')
@Controller(UPLOADS)
export class FilesController {
  constructor(private readonly service: FilesService) {}

  @Post()
  @RequirePermission('automation:write')
  @ApiAnswer('uploadFile', 'The file; of an image, with the address that mails show it by', files.file, 201)
  upload(@CurrentCaller() { studioId, by }: Caller, @Body({ schema: files.newFile }) body: files.NewFile) {
    return this.service.upload(studioId, body, by.name);
  }

  @Get(':id/content')
  @RequirePermission('automation:read')
  @ApiAnswer('getFileContent', 'The file itself, for people of its studio', null)
  async content(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Res() reply: FastifyReply,
  ) {
    const { name, type, content } = await this.service.content(studioId, id);
    return reply
      .header('content-type', type)
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(content);
  }

  /** Without a sign-in: mails are read everywhere. The content of an id is never another. */
  @Get(':id')
  @Public()
  @ApiAnswer('getFile', 'The image itself', null)
  async get(@Param({ schema: idParam }) { id }: IdParam, @Res() reply: FastifyReply) {
    const { type, sha256, content } = await this.service.image(id);
    return reply
      .header('content-type', type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('etag', `"${sha256}"`)
      .header('content-disposition', 'inline')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(Buffer.from(content));
  }
}
