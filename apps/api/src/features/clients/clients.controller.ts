import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { clients, idParam, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { ClientsService } from './clients.service.js';

@ApiTags('Clients')
@Controller('api/v1/clients')
export class ClientsController {
  constructor(private readonly service: ClientsService) {}

  @Get()
  @RequirePermission('records:read')
  @ApiAnswer('listClients', 'Clients, newest first', clients.clientPage)
  list(
    @CurrentCaller() { studioId }: Caller,
    @Query({ schema: clients.clientQuery }) query: clients.ClientQuery,
  ) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @RequirePermission('records:read')
  @ApiAnswer('getClient', 'One client', clients.client)
  get(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @RequirePermission('records:write')
  @Idempotent()
  @ApiAnswer('createClient', 'The new client', clients.client, 201)
  create(
    @CurrentCaller() { studioId }: Caller,
    @Body({ schema: clients.newClient }) body: clients.NewClient,
  ) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @RequirePermission('records:write')
  @ApiAnswer('updateClient', 'The changed client', clients.client)
  update(
    @CurrentCaller() caller: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: clients.clientPatch }) body: clients.ClientPatch,
  ) {
    return this.service.update(caller, id, body);
  }
}
