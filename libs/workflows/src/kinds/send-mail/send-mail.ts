import { z } from 'zod';
import type { ProblemDraftOf } from '../../problems/problem.js';
import type { SharedProblemCode } from '../../problems/shared-messages.js';
import { fieldProblems } from '../../problems/text-problems.js';
import { windowRuleSchema } from '../../timing/date-moment.js';
import { durationSchema } from '../../timing/duration.js';
import { addressProblems } from '../address-problems.js';
import type { CheckContext } from '../check-context.js';
import type { Kind } from '../kind.js';
import { remindProblems } from '../remind.js';
import { isOver, untilInstant, untilOpen, type WaitAnswer } from '../waiting.js';
import { describeWindowRule } from '../describe-window-rule.js';
import { mailProblems } from './messages.js';
import { recipientRoles, type Recipient } from './step.js';

type Code = keyof typeof mailProblems;

const roleLabels = {
  client: 'the client',
  vendors: 'the vendors',
  staff: 'the staff',
  inquirer: 'the person who asked',
} as const;

export const describeRecipient = (to: Recipient): string =>
  to.role === 'address' ? to.address || 'an address' : roleLabels[to.role];

const awaitsApproval = {
  resolved: { type: 'wait' },
  cause: 'awaiting_approval',
  reason: { code: 'mail.awaitsApproval' },
} as const satisfies WaitAnswer;
const DECLINED = { code: 'mail.declined' } as const;

export const sendMail: Kind<'sendMail', Code> = {
  kind: 'sendMail',
  label: 'Send mail',
  hint: 'A template goes out to the client, vendors, staff or an address',
  family: 'client',
  icon: 'mail',
  iconOf: ({ approval }) => approval && 'mail-approved',
  config: {
    template: z.uuid().nullable(),
    to: z.discriminatedUnion('role', [
      z.strictObject({ role: z.enum(recipientRoles) }),
      z.strictObject({ role: z.literal('address'), address: z.string().max(320) }),
    ]),
    from: z.strictObject({ type: z.literal('brand') }),
    category: z.enum(['transactional', 'marketing']),
    window: windowRuleSchema.optional(),
    approval: z.strictObject({ remindEvery: durationSchema.optional() }).optional(),
  },
  outcomes: false,
  defaults: (id) => ({
    id,
    kind: 'sendMail',
    template: null,
    to: { role: 'client' },
    from: { type: 'brand' },
    category: 'transactional',
  }),
  summary: (step, labels) => {
    const template = step.template && labels.templateName(step.template);
    const approved = step.approval ? ', once somebody approves it' : '';
    const window = step.window ? `, in ${describeWindowRule(step.window)}` : '';
    return `Send ${template ? `“${template}”` : 'a mail'} to ${describeRecipient(step.to)}${approved}${window}`;
  },
  problemMessages: mailProblems,
  problems: (step, context) => [
    ...templateProblems(step.template, context),
    ...recipientProblems(step.to, context),
    ...remindProblems(step.approval?.remindEvery, '/approval/remindEvery'),
  ],
  mail: ({ to, approval, template }) => ({
    role: to.role,
    recipientKey: to.role === 'address' ? `address ${to.address.toLowerCase()}` : to.role,
    recipients: describeRecipient(to),
    isOutside: true,
    answersUnread: !approval && (to.role === 'client' || to.role === 'inquirer'),
    template,
  }),
  question: ({ approval }) => approval && { kind: 'mail', text: '', remindEvery: approval.remindEvery },
  resolveWait: ({ approval, window }, about) => {
    if (approval && about.answer === null) return awaitsApproval;
    if (approval && about.answer === 'declined')
      return { resolved: { type: 'skipped', reason: DECLINED }, reason: DECLINED };
    if (about.override) return untilInstant(about.override, about.now);
    return window ? untilOpen(window, about) : isOver('wait.over');
  },
};

function templateProblems(
  template: string | null,
  context: CheckContext,
): ProblemDraftOf<Code | SharedProblemCode>[] {
  const { templates } = context;
  const problem = (code: Code, params: ProblemDraftOf<Code>['params'] = {}) => [
    { code, path: '/template', params },
  ];
  if (template === null) return problem('mail.noTemplate');
  if (!templates) return [];
  const facts = templates.get(template);
  if (!facts) return problem('mail.templateMissing', { template });
  const params = { name: facts.name };
  return [
    ...(facts.archived ? problem('mail.templateArchived', params) : []),
    ...(facts.hasProblems ? problem('mail.templateBroken', { ...params, mistake: facts.mistake ?? '' }) : []),
    ...fieldProblems('mail', facts.fields, '/template', params, context),
  ];
}

function recipientProblems(to: Recipient, { roles }: CheckContext): ProblemDraftOf<SharedProblemCode>[] {
  if (to.role === 'address') return addressProblems(to.address);
  return roles.includes(to.role)
    ? []
    : [{ code: 'mail.roleUnavailable', path: '/to/role', params: { role: describeRecipient(to) } }];
}
