import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccountController } from './features/account/account.controller.js';
import { ApiKeysController } from './features/api-keys/api-keys.controller.js';
import { ApiKeysRepository } from './features/api-keys/api-keys.repository.js';
import { ApiKeysService } from './features/api-keys/api-keys.service.js';
import { ApprovalsController } from './features/approvals/approvals.controller.js';
import { ApprovalsRepository } from './features/approvals/approvals.repository.js';
import { ApprovalsService } from './features/approvals/approvals.service.js';
import { HeldMailRepository } from './features/approvals/held-mail.repository.js';
import { HeldMailsService } from './features/approvals/held-mails.service.js';
import { BacktestedRuns } from './features/backtests/backtested-runs.service.js';
import { BacktestsController } from './features/backtests/backtests.controller.js';
import { BacktestsService } from './features/backtests/backtests.service.js';
import { PastEventsRepository } from './features/backtests/past-events.repository.js';
import { BookingPeopleController } from './features/bookings/booking-people.controller.js';
import { BookingPeopleRepository } from './features/bookings/booking-people.repository.js';
import { BookingPeopleService } from './features/bookings/booking-people.service.js';
import { BookingsController } from './features/bookings/bookings.controller.js';
import { BookingsRepository } from './features/bookings/bookings.repository.js';
import { BookingsService } from './features/bookings/bookings.service.js';
import { BrandsController } from './features/brands/brands.controller.js';
import { BrandsRepository } from './features/brands/brands.repository.js';
import { BrandsService } from './features/brands/brands.service.js';
import { ClientsController } from './features/clients/clients.controller.js';
import { ClientsRepository } from './features/clients/clients.repository.js';
import { ClientsService } from './features/clients/clients.service.js';
import { EventsController } from './features/events/events.controller.js';
import { EventsRepository } from './features/events/events.repository.js';
import { EventsService } from './features/events/events.service.js';
import { InquiriesController } from './features/inquiries/inquiries.controller.js';
import { InquiriesRepository } from './features/inquiries/inquiries.repository.js';
import { InquiriesService } from './features/inquiries/inquiries.service.js';
import { InvitationLinksController } from './features/invitations/invitation-links.controller.js';
import { InvitationLinksRepository } from './features/invitations/invitation-links.repository.js';
import { InvitationLinksService } from './features/invitations/invitation-links.service.js';
import { InvitationsController } from './features/invitations/invitations.controller.js';
import { InvitationsRepository } from './features/invitations/invitations.repository.js';
import { InvitationsService } from './features/invitations/invitations.service.js';
import { InvoicesController } from './features/invoices/invoices.controller.js';
import { InvoicesRepository } from './features/invoices/invoices.repository.js';
import { InvoicesService } from './features/invoices/invoices.service.js';
import { MailCatcherController } from './features/mail-catcher/mail-catcher.controller.js';
import { MailCatcherRepository } from './features/mail-catcher/mail-catcher.repository.js';
import { MailCatcherService } from './features/mail-catcher/mail-catcher.service.js';
import { MembersController } from './features/members/members.controller.js';
import { MembersRepository } from './features/members/members.repository.js';
import { MembersService } from './features/members/members.service.js';
import { MessagesController } from './features/messages/messages.controller.js';
import { MessagesRepository } from './features/messages/messages.repository.js';
import { MessagesService } from './features/messages/messages.service.js';
import { PasswordsController } from './features/passwords/passwords.controller.js';
import { PasswordsRepository } from './features/passwords/passwords.repository.js';
import { PasswordsService } from './features/passwords/passwords.service.js';
import { ProjectsController } from './features/projects/projects.controller.js';
import { ProjectsRepository } from './features/projects/projects.repository.js';
import { ProjectsService } from './features/projects/projects.service.js';
import { RehearsalRecords } from './features/rehearsals/rehearsal-record.service.js';
import { RehearsalsController } from './features/rehearsals/rehearsals.controller.js';
import { RehearsalsService } from './features/rehearsals/rehearsals.service.js';
import { RunControlsController } from './features/runs/control/run-controls.controller.js';
import { RunControlsRepository } from './features/runs/control/run-controls.repository.js';
import { RunControlsService } from './features/runs/control/run-controls.service.js';
import { RunsController } from './features/runs/runs.controller.js';
import { RunsRepository } from './features/runs/runs.repository.js';
import { RunsService } from './features/runs/runs.service.js';
import { SendsController } from './features/sends/sends.controller.js';
import { SendsRepository } from './features/sends/sends.repository.js';
import { SendsService } from './features/sends/sends.service.js';
import { SessionsController } from './features/sessions/sessions.controller.js';
import { SessionsRepository } from './features/sessions/sessions.repository.js';
import { SessionsService } from './features/sessions/sessions.service.js';
import { StaffController } from './features/staff/staff.controller.js';
import { StaffRepository } from './features/staff/staff.repository.js';
import { StaffService } from './features/staff/staff.service.js';
import { StudioController } from './features/studio/studio.controller.js';
import { StudioRepository } from './features/studio/studio.repository.js';
import { TasksController } from './features/tasks/tasks.controller.js';
import { TasksRepository } from './features/tasks/tasks.repository.js';
import { TasksService } from './features/tasks/tasks.service.js';
import { PreviewFactsRepository } from './features/templates/preview-facts.repository.js';
import { TemplateChecks } from './features/templates/template-checks.service.js';
import { TemplatePreviewsService } from './features/templates/template-previews.service.js';
import { TemplatesController } from './features/templates/templates.controller.js';
import { TemplatesRepository } from './features/templates/templates.repository.js';
import { TemplatesService } from './features/templates/templates.service.js';
import { VendorsController } from './features/vendors/vendors.controller.js';
import { VendorsRepository } from './features/vendors/vendors.repository.js';
import { VendorsService } from './features/vendors/vendors.service.js';
import { DraftsController } from './features/workflows/drafts.controller.js';
import { DraftsService } from './features/workflows/drafts.service.js';
import { ExchangeController } from './features/workflows/exchange.controller.js';
import { ExchangeService } from './features/workflows/exchange.service.js';
import { ImpactService } from './features/workflows/impact.service.js';
import { MatchingRecordsRepository } from './features/workflows/matching-records.repository.js';
import { ComingRecords } from './features/workflows/coming-records.service.js';
import { MatchingRecordsService } from './features/workflows/matching-records.service.js';
import { MoveRunsRepository } from './features/workflows/move-runs.repository.js';
import { MoveRunsService } from './features/workflows/move-runs.service.js';
import { PublishingController } from './features/workflows/publishing.controller.js';
import { PublishingService } from './features/workflows/publishing.service.js';
import { VersionsController } from './features/workflows/versions.controller.js';
import { VersionsRepository } from './features/workflows/versions.repository.js';
import { VersionsService } from './features/workflows/versions.service.js';
import { WorkflowViews } from './features/workflows/workflow-views.service.js';
import { WebhooksController } from './features/webhooks/webhooks.controller.js';
import { WhyController } from './features/why/why.controller.js';
import { WhyRepository } from './features/why/why.repository.js';
import { WhyService } from './features/why/why.service.js';
import { WorkflowsController } from './features/workflows/workflows.controller.js';
import { WorkflowsRepository } from './features/workflows/workflows.repository.js';
import { WorkflowsService } from './features/workflows/workflows.service.js';
import { AccessChanges } from './platform/auth/access/access-changes.js';
import { StreamAccessInterceptor } from './platform/auth/access/stream-access.interceptor.js';
import { ApiKeyStore } from './platform/auth/api-key-store.js';
import { ApiKeys } from './platform/auth/api-keys.js';
import { Authentication } from './platform/auth/authentication.js';
import { CallerGuard } from './platform/auth/caller.guard.js';
import { CONFIGURATION, type Configuration } from './platform/configuration.js';
import { AttemptsRepository } from './platform/limits/attempts.repository.js';
import { RateLimits } from './platform/limits/rate-limits.js';
import { MembershipRepository } from './platform/auth/membership.repository.js';
import { ProblemFilter } from './platform/problems/problem.filter.js';
import { IdempotencyKeysRepository } from './platform/idempotency/idempotency-keys.repository.js';
import { SignIns } from './platform/auth/sign-ins.js';
import { StudioDatabase } from './platform/database/studio-database.js';
import { Threads } from './platform/threads/threads.service.js';
import { UnreadInputGuard } from './platform/validation/unread-input.guard.js';
import { ValidationPipe } from './platform/validation/validation.pipe.js';

@Module({
  controllers: [
    AccountController,
    ApiKeysController,
    ApprovalsController,
    BacktestsController,
    BookingPeopleController,
    BookingsController,
    BrandsController,
    ClientsController,
    DraftsController,
    EventsController,
    ExchangeController,
    InquiriesController,
    InvitationLinksController,
    InvitationsController,
    InvoicesController,
    MailCatcherController,
    MembersController,
    MessagesController,
    PasswordsController,
    ProjectsController,
    PublishingController,
    RehearsalsController,
    RunControlsController,
    RunsController,
    SendsController,
    SessionsController,
    StaffController,
    StudioController,
    TasksController,
    TemplatesController,
    VendorsController,
    VersionsController,
    WebhooksController,
    WhyController,
    WorkflowsController,
  ],
  providers: [
    AccessChanges,
    IdempotencyKeysRepository,
    ApiKeyStore,
    ApiKeys,
    ApiKeysRepository,
    ApiKeysService,
    ApprovalsRepository,
    ApprovalsService,
    AttemptsRepository,
    Authentication,
    BacktestedRuns,
    BacktestsService,
    BookingPeopleRepository,
    BookingPeopleService,
    BookingsRepository,
    BookingsService,
    BrandsRepository,
    BrandsService,
    ClientsRepository,
    ClientsService,
    DraftsService,
    EventsRepository,
    EventsService,
    ExchangeService,
    HeldMailRepository,
    HeldMailsService,
    ImpactService,
    InquiriesRepository,
    InquiriesService,
    InvitationLinksRepository,
    InvitationLinksService,
    InvitationsRepository,
    InvitationsService,
    InvoicesRepository,
    InvoicesService,
    MailCatcherRepository,
    MailCatcherService,
    MatchingRecordsRepository,
    MatchingRecordsService,
    ComingRecords,
    MembersRepository,
    MembersService,
    MembershipRepository,
    MessagesRepository,
    MessagesService,
    MoveRunsRepository,
    MoveRunsService,
    PasswordsRepository,
    PasswordsService,
    PastEventsRepository,
    ProjectsRepository,
    ProjectsService,
    PublishingService,
    PreviewFactsRepository,
    RateLimits,
    RehearsalRecords,
    RehearsalsService,
    RunControlsRepository,
    RunControlsService,
    RunsRepository,
    RunsService,
    SendsRepository,
    SendsService,
    SessionsRepository,
    SessionsService,
    SignIns,
    StaffRepository,
    StaffService,
    StudioDatabase,
    StudioRepository,
    TasksRepository,
    TasksService,
    TemplateChecks,
    TemplatePreviewsService,
    TemplatesRepository,
    TemplatesService,
    Threads,
    VendorsRepository,
    VendorsService,
    VersionsRepository,
    VersionsService,
    WhyRepository,
    WhyService,
    WorkflowViews,
    WorkflowsRepository,
    WorkflowsService,
    { provide: APP_GUARD, useClass: CallerGuard },
    { provide: APP_GUARD, useClass: UnreadInputGuard },
    { provide: APP_INTERCEPTOR, useClass: StreamAccessInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: ValidationPipe },
  ],
})
export class ApiModule {
  static with(configuration: Configuration): DynamicModule {
    return {
      module: ApiModule,
      global: true,
      providers: [{ provide: CONFIGURATION, useValue: configuration }],
      exports: [CONFIGURATION],
    };
  }
}
