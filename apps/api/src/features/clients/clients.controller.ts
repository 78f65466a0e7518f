import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { clients, idParam, type IdParam } from '@cueline/contracts';
import { Answers } from '../../platform/answers.js';
import { Asking, Needs, type Caller } from '../../platform/caller.js';
import { Repeatable } from '../../platform/repeats/repeats.interceptor.js';
import { ClientsService } from './clients.service.js';

@ApiTags('Clients')
@Controller('api/v1/clients')
export class ClientsController {
  constructor(private readonly service: ClientsService) {}

  @Get()
  @Needs('records:read')
  @Answers('listClients', 'Clients, newest first', clients.clientPage)
  list(@Asking() { studioId }: Caller, @Query({ schema: clients.clientQuery }) query: clients.ClientQuery) {
    return this.service.list(studioId, query);
  }

  @Get(':id')
  @Needs('records:read')
  @Answers('getClient', 'One client', clients.client)
  get(@Asking() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.get(studioId, id);
  }

  @Post()
  @Needs('records:write')
  @Repeatable()
  @Answers('createClient', 'The new client', clients.client, 201)
  create(@Asking() { studioId }: Caller, @Body({ schema: clients.newClient }) body: clients.NewClient) {
    return this.service.create(studioId, body);
  }

  @Patch(':id')
  @Needs('records:write')
  @Answers('updateClient', 'The changed client', clients.client)
  update(
    @Asking() { studioId }: Caller,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: clients.clientPatch }) body: clients.ClientPatch,
  ) {
    return this.service.update(studioId, id, body);
  }
}
