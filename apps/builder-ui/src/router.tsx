import { createRootRoute, createRoute, createRouter, type RouteComponent } from '@tanstack/react-router';
import { NoSuchPage } from './shell/no-such-page.js';
import { fetched, fetchedCanvas } from './shell/page-loader.js';
import { Shell } from './shell/shell.js';
import { Loading } from './kit/loading.js';

const root = createRootRoute();
/** What needs a sign-in. */
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });
const page = <Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => shell, path, component });
/** What a person sees who has no sign-in, or cannot use it. */
const openPage = <Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component });

const workflows = fetched(async () => (await import('./features/workflows/workflows-page.js')).WorkflowsPage);
/** One page, whichever conversation is open: the list and what is selected in it stay. */
const inbox = page(
  '/inbox',
  fetched(async () => (await import('./features/inbox/inbox-page.js')).InboxPage),
);
inbox.addChildren([createRoute({ getParentRoute: () => inbox, path: '/$id' })]);
const routes = [
  page('/', workflows),
  page('/workflows', workflows),
  page(
    '/workflows/$id',
    fetchedCanvas(async () => (await import('./features/builder/builder-page.js')).BuilderPage),
  ),
  page(
    '/templates',
    fetched(async () => (await import('./features/templates/templates-page.js')).TemplatesPage),
  ),
  page(
    '/templates/$id',
    fetched(async () => (await import('./features/templates/template-page.js')).TemplatePage),
  ),
  page(
    '/runs',
    fetched(async () => (await import('./features/runs/runs-page.js')).RunsPage),
  ),
  page(
    '/runs/$id',
    fetchedCanvas(async () => (await import('./features/runs/run-page.js')).RunPage),
  ),
  page(
    '/approvals',
    fetched(async () => (await import('./features/approvals/approvals-page.js')).ApprovalsPage),
  ),
  page(
    '/tasks',
    fetched(async () => (await import('./features/tasks/tasks-page.js')).TasksPage),
  ),
  page(
    '/outbox',
    fetched(async () => (await import('./features/outbox/outbox-page.js')).OutboxPage),
  ),
  page(
    '/outbox/$id',
    fetched(async () => (await import('./features/outbox/email-page.js')).EmailPage),
  ),
  inbox,
  page(
    '/bookings',
    fetched(async () => (await import('./features/bookings/bookings-page.js')).BookingsPage),
  ),
  page(
    '/clients',
    fetched(async () => (await import('./features/clients/clients-page.js')).ClientsPage),
  ),
  page(
    '/clients/$id',
    fetched(async () => (await import('./features/clients/client-page.js')).ClientPage),
  ),
  page(
    '/bookings/$id',
    fetched(async () => (await import('./features/bookings/booking-page.js')).BookingPage),
  ),
  page(
    '/inquiries',
    fetched(async () => (await import('./features/inquiries/inquiries-page.js')).InquiriesPage),
  ),
  page(
    '/inquiries/$id',
    fetched(async () => (await import('./features/inquiries/inquiry-page.js')).InquiryPage),
  ),
  page(
    '/invoices',
    fetched(async () => (await import('./features/invoices/invoices-page.js')).InvoicesPage),
  ),
  page(
    '/invoices/$id',
    fetched(async () => (await import('./features/invoices/invoice-page.js')).InvoicePage),
  ),
  page(
    '/projects',
    fetched(async () => (await import('./features/projects/projects-page.js')).ProjectsPage),
  ),
  page(
    '/projects/$id',
    fetched(async () => (await import('./features/projects/project-page.js')).ProjectPage),
  ),
  page(
    '/vendors',
    fetched(async () => (await import('./features/vendors/vendors-page.js')).VendorsPage),
  ),
  page(
    '/vendors/$id',
    fetched(async () => (await import('./features/vendors/vendor-page.js')).VendorPage),
  ),
  page(
    '/staff',
    fetched(async () => (await import('./features/staff/staff-page.js')).StaffPage),
  ),
  page(
    '/staff/$id',
    fetched(async () => (await import('./features/staff/staff-member-page.js')).StaffMemberPage),
  ),
  page(
    '/mails',
    fetched(async () => (await import('./features/mails/mails-page.js')).MailsPage),
  ),
  page(
    '/team',
    fetched(async () => (await import('./features/team/team-page.js')).TeamPage),
  ),
  page(
    '/settings/brand',
    fetched(async () => (await import('./features/brand/brand-page.js')).BrandPage),
  ),
  page(
    '/settings/dont-email',
    fetched(async () => (await import('./features/dont-email/dont-email-page.js')).DontEmailPage),
  ),
  page(
    '/email-accounts',
    fetched(async () => (await import('./features/email-accounts/accounts-page.js')).EmailAccountsPage),
  ),
  page(
    '/email-accounts/new',
    fetched(async () => (await import('./features/email-accounts/account-pages.js')).NewEmailAccountPage),
  ),
  page(
    '/email-accounts/connect',
    fetched(async () => (await import('./features/email-accounts/connect-page.js')).ConnectPage),
  ),
  page(
    '/email-accounts/inbox/new',
    fetched(async () => (await import('./features/email-accounts/new-inbox-page.js')).NewInboxPage),
  ),
  page(
    '/email-accounts/inbox/$id',
    fetched(async () => (await import('./features/email-accounts/inbox-page.js')).InboxPage),
  ),
  page(
    '/email-accounts/$id',
    fetched(async () => (await import('./features/email-accounts/account-pages.js')).EmailAccountPage),
  ),
  page(
    '/account',
    fetched(async () => (await import('./features/account/account-page.js')).AccountPage),
  ),
];
const openRoutes = [
  openPage(
    '/forgot-password',
    fetched(async () => (await import('./features/account/forgot-password-page.js')).ForgotPasswordPage),
  ),
  openPage(
    '/reset-password',
    fetched(async () => (await import('./features/account/reset-password-page.js')).ResetPasswordPage),
  ),
  openPage(
    '/invitation',
    fetched(async () => (await import('./features/account/invitation-page.js')).InvitationPage),
  ),
];

export const router = createRouter({
  routeTree: root.addChildren([shell.addChildren(routes), ...openRoutes]),
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultNotFoundComponent: NoSuchPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
