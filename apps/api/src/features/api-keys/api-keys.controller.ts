import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { apiKeys, idParam, pageQuery, type IdParam, type PageQuery } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { ApiKeysService } from './api-keys.service.js';

@ApiTags('API keys')
@Controller('api/v1/api-keys')
export class ApiKeysController {
  constructor(private readonly service: ApiKeysService) {}

  @Get()
  @RequirePermission('studio:manage')
  @ApiAnswer('listApiKeys', 'Keys, newest first, the revoked ones too', apiKeys.apiKeyList)
  list(@CurrentCaller() { studioId }: Caller, @Query({ schema: pageQuery }) query: PageQuery) {
    return this.service.list(studioId, query);
  }

  @Post()
  @RequirePermission('studio:manage')
  @ApiAnswer('createApiKey', 'The new key, shown this once', apiKeys.madeApiKey, 201)
  create(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: apiKeys.newApiKey }) body: apiKeys.NewApiKey,
  ) {
    return this.service.create(studioId, body);
  }

  @Delete(':id')
  @RequirePermission('studio:manage')
  @ApiAnswer('revokeApiKey', 'The revoked key: it opens nothing any more', apiKeys.apiKey)
  revoke(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.revoke(studioId, id);
  }
}
