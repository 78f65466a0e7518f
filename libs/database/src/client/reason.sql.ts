import type { Reason, ReasonCode } from '@cueline/workflows';

/** SQL of a reason that a statement gives by itself; one whose code has no message does not compile. */
export const reasonSql = (reason: Reason): string => `'${JSON.stringify(reason)}'`;

/** SQL of a reason with parameters. @param params SQL of a JSON object */
export const reasonWith = (code: ReasonCode, params: string): string =>
  `jsonb_build_object('code', '${code}', 'params', ${params})`;
