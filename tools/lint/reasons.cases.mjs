/** What each case begins with. */
export const REASON = `interface Reason { readonly code: 'exit.event' | 'mail.awaitsApproval' | 'later.busy' }
declare const reason: Reason | undefined;
`;

/** Code that branches on a reason. */
export const badReasons = [
  `export const x = reason?.code === 'mail.awaitsApproval';`,
  `const HELD = 'mail.awaitsApproval' as const;\nexport const x = (code: string) => code !== HELD;`,
  `export const x = (reason as { code: string }).code === 'exit.event';`,
  `export const x = reason?.code.startsWith('exit.');`,
  `export const x = (reasonCode: string | null) => reasonCode?.startsWith('exit.');`,
  `export const x = ['exit.event'].includes(reason!.code);`,
  `export const x = new Set<string>().has(reason!.code);`,
  `export const x = { 'exit.event': 1, 'mail.awaitsApproval': 2, 'later.busy': 3 }[reason!.code];`,
  `export function x() { switch (reason!.code) { case 'exit.event': return 1; default: return 2; } }`,
  "export const x = `SELECT 1 FROM runs r WHERE r.reason->>'code' = 'exit.event'`;",
  `export const x = "s.reason -> 'params' ->> 'event'";`,
];

/** Code that does not. */
export const goodReasons = [
  `export const x = reason ?? { code: 'exit.event' };`,
  `export const x = (problem: { code: 'revision.conflict' | 'server.busy' }) => problem.code === 'server.busy';`,
  `export const x = (step: { cause: 'exited' | 'put_off' | null }) => step.cause === 'exited';`,
  `export const x = (event: { type: string }) => event.type.startsWith('mail.');`,
  `export const x = (error: { code: string }) => error.code === 'ENOENT';`,
  "export const x = `SELECT jsonb_build_object('code', 'send.sent') AS reason`;",
];
