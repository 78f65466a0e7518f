import { z } from 'zod';
import { readAddress } from '../../locale/email-address.js';
import { windowRuleSchema, type WindowRule } from '../../timing/date-moment.js';
import { durationSchema, type WaitDuration } from '../../timing/duration.js';
import type { StepBase } from '../../definition/step.js';
import type { CheckContext, Kind, ProblemDraft, SummaryWords } from '../kind.js';
import { remindProblems } from '../remind.js';
import { fieldProblems } from '../text-problems.js';
import { windowRuleWords } from '../window-words.js';

export const recipientRoles = ['client', 'vendors', 'staff', 'inquirer'] as const;

export type Recipient =
  { readonly role: (typeof recipientRoles)[number] } | { readonly role: 'address'; readonly address: string };

export interface SendMailStep extends StepBase {
  readonly kind: 'sendMail';
  /** Id of a template; null while the owner has chosen none. */
  readonly template: string | null;
  readonly to: Recipient;
  readonly from: { readonly type: 'brand' };
  readonly category: 'transactional' | 'marketing';
  /** The mail leaves in these hours only. */
  readonly window?: WindowRule;
  /** Someone of the studio looks at the mail before it leaves, may change its words, and says yes or no. */
  readonly approval?: MailApproval;
}

export interface MailApproval {
  /** Who is asked is told anew after each of these. */
  readonly remindEvery?: WaitDuration;
}

const roleWords = {
  client: 'the client',
  vendors: 'the vendors',
  staff: 'the staff',
  inquirer: 'the person who asked',
} as const;

export const recipientWords = (to: Recipient): string =>
  to.role === 'address' ? to.address || 'an address' : roleWords[to.role];

export const sendMail: Kind<'sendMail'> = {
  kind: 'sendMail',
  label: 'Send mail',
  hint: 'A template goes out to the client, vendors, staff or an address',
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
  summary: (step, words: SummaryWords) => {
    const template = step.template && words.templateName(step.template);
    const held = step.approval ? ', once somebody approves it' : '';
    const window = step.window ? `, in ${windowRuleWords(step.window)}` : '';
    return `Send ${template ? `“${template}”` : 'a mail'} to ${recipientWords(step.to)}${held}${window}`;
  },
  problems: (step, context) => [
    ...templateProblems(step.template, context),
    ...recipientProblems(step.to, context),
    ...remindProblems(step.approval?.remindEvery, '/approval/remindEvery'),
  ],
};

function templateProblems(template: string | null, context: CheckContext): ProblemDraft[] {
  const { templates } = context;
  if (template === null) return [{ code: 'mail.noTemplate', path: '/template', params: {} }];
  if (!templates) return [];
  const facts = templates.get(template);
  if (!facts) return [{ code: 'mail.templateMissing', path: '/template', params: { template } }];
  const params = { name: facts.name };
  return [
    ...(facts.archived ? [{ code: 'mail.templateArchived', path: '/template', params }] : []),
    ...(facts.hasProblems
      ? [
          {
            code: 'mail.templateBroken',
            path: '/template',
            params: { ...params, mistake: facts.mistake ?? '' },
          },
        ]
      : []),
    ...fieldProblems('mail', facts.fields, '/template', params, context),
  ];
}

/** An address in a step by the rule of all others; the sentence says what is wrong with it. */
export function addressProblems(address: string): ProblemDraft[] {
  const read = readAddress(address);
  return read.ok
    ? []
    : [{ code: 'mail.badAddress', path: '/to/address', params: { address, why: read.message } }];
}

function recipientProblems(to: Recipient, { roles }: CheckContext): ProblemDraft[] {
  if (to.role === 'address') return addressProblems(to.address);
  return roles.includes(to.role)
    ? []
    : [{ code: 'mail.roleUnavailable', path: '/to/role', params: { role: recipientWords(to) } }];
}
