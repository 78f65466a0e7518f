import { ApiError } from '../api-client/api.js';

/** What the server says about one field. */
export const fieldError = (error: Error | null, field: string): string | undefined =>
  placesOf(error).find(({ pointer }) => pointer === `/${field}`)?.detail;

/** What it says about none of these fields, so that nothing of it goes unread. */
export function unplacedError(error: Error | null, fields: readonly string[]): Error | null {
  const places = placesOf(error);
  if (places.length === 0) return error;
  const rest = places.filter(({ pointer }) => !fields.includes(pointer.slice(1)));
  return rest.length > 0 ? new Error(rest.map(({ detail }) => detail).join(' ')) : null;
}

const placesOf = (error: Error | null) => (error instanceof ApiError && error.problem.errors) || [];
