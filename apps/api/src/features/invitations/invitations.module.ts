import { Module } from '@nestjs/common';
import { InvitationLinksController } from './invitation-links.controller.js';
import { InvitationLinksRepository } from './invitation-links.repository.js';
import { InvitationLinksService } from './invitation-links.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';

@Module({
  controllers: [InvitationLinksController, InvitationsController],
  providers: [InvitationLinksRepository, InvitationLinksService, InvitationsRepository, InvitationsService],
})
export class InvitationsModule {}
