import { ApiError } from '../api-client/api.js';

/** What the server says about one field. */
export const fieldError = (error: Error | null, field: string): string | undefined =>
  error instanceof ApiError
    ? error.problem.errors?.find(({ pointer }) => pointer === `/${field}`)?.detail
    : undefined;

/** What it says about none of them. */
export const formError = (error: Error | null): string | undefined =>
  error && !(error instanceof ApiError && error.problem.errors?.length) ? error.message : undefined;
