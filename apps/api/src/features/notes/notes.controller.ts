import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, notes, type IdParam } from '@cueline/contracts';
import { ApiAnswer } from '../../platform/api-answer.js';
import { CurrentCaller, RequirePermission, type Caller } from '../../platform/auth/caller.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { NotesService } from './notes.service.js';

@ApiTags('Notes')
@Controller('api/v1/notes')
export class NotesController {
  constructor(private readonly service: NotesService) {}

  @Post()
  @RequirePermission('records:write')
  @Idempotent()
  @ApiAnswer('createNote', 'The new note, on the time line of its record', notes.note, 201)
  create(@CurrentCaller() caller: Caller, @Body({ schema: notes.newNote }) body: notes.NewNote) {
    return this.service.create(caller, body);
  }

  @Delete(':id')
  @RequirePermission('records:write')
  @ApiAnswer('deleteNote', 'The note is gone', null, 204)
  delete(@CurrentCaller() { studioId }: Caller, @Param({ schema: idParam }) { id }: IdParam) {
    return this.service.delete(studioId, id);
  }
}
