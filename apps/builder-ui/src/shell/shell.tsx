import { CardPage } from '../kit/card-page.js';
import { ApiError } from '../api-client/api.js';
import { SignInPage } from '../session/sign-in-page.js';
import { lazyComponent } from '../kit/lazy/lazy-component.js';
import { ProblemAlert } from '../kit/problem-alert.js';
import { useMeQuery } from '../domain/use-me.js';
import { Loading } from '../kit/loading.js';

const { Fetched: Frame } = lazyComponent(async () => (await import('./frame.js')).default);

const { Fetched: NoStudio } = lazyComponent(async () => (await import('./no-studio.js')).NoStudio);

/** The sign-in, or the frame around every page: whoever signs in does not wait for the code of the frame. */
export function Shell() {
  const me = useMeQuery();
  if (me.isPending) return <Loading fullPage />;
  // Once somebody is in, the page stays, whatever becomes of the session or the network.
  if (!me.data && me.error instanceof ApiError && me.error.isSignedOut) return <SignInPage />;
  if (!me.data && me.error instanceof ApiError && me.error.problem.status === 403) return <NoStudio />;
  if (!me.data) {
    return (
      <CardPage title="Cueline">
        <ProblemAlert error={me.error} onRetry={() => void me.refetch()} />
      </CardPage>
    );
  }
  return <Frame studio={me.data.studio.name} mailCatcher={me.data.mailCatcher} />;
}
