import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccountModule } from './features/account/account.module.js';
import { ApiKeysModule } from './features/api-keys/api-keys.module.js';
import { ApprovalsModule } from './features/approvals/approvals.module.js';
import { BacktestsModule } from './features/backtests/backtests.module.js';
import { BookingsModule } from './features/bookings/bookings.module.js';
import { BrandsModule } from './features/brands/brands.module.js';
import { ClientsModule } from './features/clients/clients.module.js';
import { EventsModule } from './features/events/events.module.js';
import { FilesModule } from './features/files/files.module.js';
import { HandMailsModule } from './features/hand-mails/hand-mails.module.js';
import { InquiriesModule } from './features/inquiries/inquiries.module.js';
import { InvitationsModule } from './features/invitations/invitations.module.js';
import { InvoicesModule } from './features/invoices/invoices.module.js';
import { MailActionsModule } from './features/mail-actions/mail-actions.module.js';
import { MailboxesModule } from './features/mailboxes/mailboxes.module.js';
import { MailCatcherModule } from './features/mail-catcher/mail-catcher.module.js';
import { MailReportsModule } from './features/mail-reports/mail-reports.module.js';
import { MembersModule } from './features/members/members.module.js';
import { MessagesModule } from './features/messages/messages.module.js';
import { NotesModule } from './features/notes/notes.module.js';
import { PasswordsModule } from './features/passwords/passwords.module.js';
import { ProjectsModule } from './features/projects/projects.module.js';
import { RehearsalsModule } from './features/rehearsals/rehearsals.module.js';
import { RunsModule } from './features/runs/runs.module.js';
import { SendsModule } from './features/sends/sends.module.js';
import { SessionsModule } from './features/sessions/sessions.module.js';
import { SmtpAccountsModule } from './features/smtp-accounts/smtp-accounts.module.js';
import { StaffModule } from './features/staff/staff.module.js';
import { StudioModule } from './features/studio/studio.module.js';
import { SuppressionsModule } from './features/suppressions/suppressions.module.js';
import { TasksModule } from './features/tasks/tasks.module.js';
import { TemplatesModule } from './features/templates/templates.module.js';
import { ThreadsModule } from './features/threads/threads.module.js';
import { TimelineModule } from './features/timeline/timeline.module.js';
import { UnsubscribeModule } from './features/unsubscribe/unsubscribe.module.js';
import { VendorsModule } from './features/vendors/vendors.module.js';
import { WebhooksModule } from './features/webhooks/webhooks.module.js';
import { WhyModule } from './features/why/why.module.js';
import { WorkflowsModule } from './features/workflows/workflows.module.js';
import { StreamAccessInterceptor } from './platform/auth/access/stream-access.interceptor.js';
import { CallerGuard } from './platform/auth/caller.guard.js';
import { CONFIGURATION, type Configuration } from './platform/configuration.js';
import { ProblemFilter } from './platform/problems/problem.filter.js';
import { UnreadInputGuard } from './platform/validation/unread-input.guard.js';
import { ValidationPipe } from './platform/validation/validation.pipe.js';
import { PlatformModule } from './platform/platform.module.js';

@Module({
  imports: [
    PlatformModule,
    AccountModule,
    ApiKeysModule,
    ApprovalsModule,
    BacktestsModule,
    BookingsModule,
    BrandsModule,
    ClientsModule,
    EventsModule,
    FilesModule,
    HandMailsModule,
    InquiriesModule,
    InvitationsModule,
    InvoicesModule,
    MailActionsModule,
    MailboxesModule,
    MailCatcherModule,
    MailReportsModule,
    MembersModule,
    MessagesModule,
    NotesModule,
    PasswordsModule,
    ProjectsModule,
    RehearsalsModule,
    RunsModule,
    SendsModule,
    SessionsModule,
    SmtpAccountsModule,
    StaffModule,
    StudioModule,
    SuppressionsModule,
    TasksModule,
    TemplatesModule,
    ThreadsModule,
    TimelineModule,
    UnsubscribeModule,
    VendorsModule,
    WebhooksModule,
    WhyModule,
    WorkflowsModule,
  ],
  providers: [
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
