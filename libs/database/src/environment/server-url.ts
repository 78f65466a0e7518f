import { z } from 'zod';
import { connectionUrlProblem } from '@cueline/database/connection-url';

const kinds = {
  postgresql: [['postgresql', 'postgres'], 'postgresql://user:password@host:5432/database'],
  smtp: [['smtp', 'smtps'], 'smtp://user:password@host:587'],
  http: [['http', 'https'], 'https://host/'],
} as const;

/** The URL of a server in the environment. What is wrong with it is said with the way to fix it, and never with its password. */
export const serverUrl = (kind: keyof typeof kinds) =>
  z.string().superRefine((value, context) => {
    const [schemes, example] = kinds[kind];
    const problem = connectionUrlProblem(value, schemes, example);
    if (problem) context.addIssue({ code: 'custom', message: problem, input: undefined });
  });
