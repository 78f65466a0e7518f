import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@xyflow/react/dist/style.css';
import './fonts/fonts.css';
import './theme.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { shouldRetry, pauseBefore } from './api-client/api-error.js';
import { router } from './router.js';
import { warnBeforeUnload } from './session/unsaved.js';
import { themeOf } from './kit/theme/theme.js';
import { variables } from './kit/theme/variables.js';
import { m } from './kit/messages.js';
import { language } from './messages/language.js';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: shouldRetry,
      retryDelay: pauseBefore,
      // Without a network a question fails, and is asked again when it is back.
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    // What a person wants done is done now or not at all: never later, unseen, when the network is back.
    mutations: { networkMode: 'always' },
  },
});
const theme = themeOf({ close: m.close });
document.documentElement.lang = language;
warnBeforeUnload();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
