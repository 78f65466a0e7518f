import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, threads, type IdParam } from '@cueline/contracts';
import type { FastifyReply } from 'fastify';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { MailFilesService, type MailFile } from './mail-files.service.js';

/** What came with a mail, and the mail itself: octets of strangers, which no page of ours runs. */
@ApiTags('Messages')
@Controller('api/v1/messages')
export class MailFilesController {
  constructor(private readonly service: MailFilesService) {}

  @Get(':id/parts/:number')
  @RequirePermission('records:read')
  @ApiAnswer('getMessagePart', 'A file that came with the email', null)
  async part(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: threads.messagePartParam }) { id, number }: threads.MessagePartParam,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.service.part(studioId, id, number));
  }

  @Get(':id/raw')
  @RequirePermission('records:read')
  @ApiAnswer('getRawMessage', 'The email as it came, for other mail programs', null)
  async raw(
    @CurrentCaller() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.service.raw(studioId, id));
  }
}

/** Octets of a part never change under its address. */
const sendFile = (reply: FastifyReply, { name, type, content }: MailFile) =>
  reply
    .header('content-type', type)
    .header('cache-control', 'private, max-age=86400, immutable')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(content);
