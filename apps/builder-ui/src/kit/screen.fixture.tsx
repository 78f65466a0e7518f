import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { ApiError, type ApiProblem } from '../api-client/api-error.js';

/** Shows a component as a page does, and gives the hands of whoever looks at it. Call `cleanup` after each test. */
export function show(element: ReactElement) {
  // Fields that grow with their text listen for fonts, which this document does not load.
  if (!('fonts' in document)) Object.assign(document, { fonts: new EventTarget() });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = (content: ReactElement) => (
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>{content}</QueryClientProvider>
    </MantineProvider>
  );
  const { rerender } = render(page(element));
  return { user: userEvent.setup(), queries, again: (content: ReactElement) => rerender(page(content)) };
}

export { cleanup };

/** An answer of the API that refuses, as a page has it. */
export const refusal = (problem: Partial<ApiProblem>): ApiError =>
  new ApiError({ code: 'request.invalid', status: 422, title: 'Something is not right', ...problem });
