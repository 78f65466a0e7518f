import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { BookingsPage } from './features/bookings/bookings-page.js';
import { BuilderPage } from './features/builder/builder-page.js';
import { ClientsPage } from './features/clients/clients-page.js';
import { MailsPage } from './features/mails/mails-page.js';
import { RunPage } from './features/runs/run-page.js';
import { RunsPage } from './features/runs/runs-page.js';
import { TemplatePage } from './features/templates/template-page.js';
import { TemplatesPage } from './features/templates/templates-page.js';
import { WorkflowsPage } from './features/workflows/workflows-page.js';
import { Shell } from './shell/shell.js';

const root = createRootRoute({ component: Shell });
const page = <Path extends string>(path: Path, component: () => React.JSX.Element) =>
  createRoute({ getParentRoute: () => root, path, component });
const routes = [
  page('/', WorkflowsPage),
  page('/workflows', WorkflowsPage),
  page('/workflows/$id', BuilderPage),
  page('/templates', TemplatesPage),
  page('/templates/$id', TemplatePage),
  page('/runs', RunsPage),
  page('/runs/$id', RunPage),
  page('/bookings', BookingsPage),
  page('/clients', ClientsPage),
  page('/mails', MailsPage),
];

export const router = createRouter({ routeTree: root.addChildren(routes) });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
