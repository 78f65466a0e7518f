import { cutText } from '@cueline/workflows/locale';

/** Words of a database's error that come from the schema, and never from a row. */
const OF_SCHEMA = ['table', 'column', 'constraint', 'dataType', 'routine'] as const;

/** PostgreSQL's error code (its documentation, appendix A); those of system calls look alike but for their first letter. */
export const isSqlState = (code: unknown): code is string =>
  typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]{4}$/.test(code);

/**
 * What an operator reads of an error, without anything that may be private: PostgreSQL quotes values in its messages, and so do parsers. The product's
 * own mistakes are named with the line that made them.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const { code } = error as { readonly code?: unknown };
  if (isSqlState(code)) {
    const about = OF_SCHEMA.flatMap((key) => {
      const value = (error as Error & Partial<Record<typeof key, unknown>>)[key];
      return typeof value === 'string' ? [`${key} ${value}`] : [];
    });
    return [`PostgreSQL ${code}`, ...about].join(', ');
  }
  const isOwn = error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
  if (!isOwn) return error.message;
  const said = error instanceof SyntaxError ? error.name : `${error.name}: ${error.message}`;
  const place = /^\s*at .*$/m.exec(error.stack ?? '')?.[0].trim() ?? '';
  return cutText([said, place].filter(Boolean).join(', '), 500);
}
