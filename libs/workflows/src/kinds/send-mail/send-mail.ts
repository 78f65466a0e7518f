import { z } from 'zod';
import { inEach } from '../../language/language.js';
import type { ProblemDraftOf } from '../../problems/problem.js';
import type { SharedProblemCode } from '../../problems/shared-messages.js';
import { fieldProblems } from '../../problems/text-problems.js';
import { windowRuleSchema } from '../../timing/date-moment.js';
import { durationSchema } from '../../timing/duration.js';
import { describeWindowRule } from '../../timing/window-words.js';
import { addressProblems } from '../address-problems.js';
import type { CheckContext } from '../check-context.js';
import type { Kind } from '../kind.js';
import { recipientLabel } from '../recipient-label.js';
import { remindProblems } from '../remind.js';
import { isOver, untilInstant, untilOpen, type WaitAnswer } from '../waiting.js';
import { inTheName, problemsOfAuthor } from './author.js';
import { mailProblems } from './messages.js';
import { recipientRoles, type Recipient } from './step.js';

type Code = keyof typeof mailProblems;

const awaitsApproval = {
  resolved: { type: 'wait' },
  cause: 'awaiting_approval',
  reason: { code: 'mail.awaitsApproval' },
} as const satisfies WaitAnswer;
const DECLINED = { code: 'mail.declined' } as const;

export const sendMail: Kind<'sendMail', Code> = {
  kind: 'sendMail',
  label: { en: 'Send mail', de: 'E-Mail senden' },
  hint: {
    en: 'A template goes out to the client, vendors, staff or an address',
    de: 'Eine Vorlage geht an Kunden, Dienstleister, Team oder eine Adresse',
  },
  family: 'client',
  icon: 'mail',
  iconOf: ({ approval }) => approval && 'mail-approved',
  config: {
    template: z.uuid().nullable(),
    to: z.discriminatedUnion('role', [
      z.strictObject({ role: z.enum(recipientRoles) }),
      z.strictObject({ role: z.literal('address'), address: z.string().max(320) }),
    ]),
    from: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('brand') }),
      z.strictObject({ type: z.literal('staffOnBooking') }),
      z.strictObject({ type: z.literal('staff'), id: z.uuid().nullable() }),
    ]),
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
  summary: ({ template, to, from, approval, window }, labels, language) => {
    const name = template && labels.templateName(template);
    const whom = `${recipientLabel(to, language)}${inTheName(from, labels, language)}`;
    if (language === 'de') {
      const approved = approval ? ', sobald jemand sie freigibt' : '';
      return `E-Mail${name ? ` „${name}“` : ''} an ${whom}${approved}${window ? `, ${describeWindowRule(window, 'de')}` : ''}`;
    }
    const approved = approval ? ', once somebody approves it' : '';
    const when = window ? `, in ${describeWindowRule(window, 'en')}` : '';
    return `Send ${name ? `“${name}”` : 'a mail'} to ${whom}${approved}${when}`;
  },
  problemMessages: mailProblems,
  problems: (step, context) => [
    ...templateProblems(step.template, context),
    ...recipientProblems(step.to, context),
    ...problemsOfAuthor(step.from, context),
    ...remindProblems(step.approval?.remindEvery, '/approval/remindEvery'),
  ],
  mail: ({ to, approval, template }) => ({
    role: to.role,
    recipientKey: to.role === 'address' ? `address ${to.address.toLowerCase()}` : to.role,
    recipients: inEach((language) => recipientLabel(to, language)),
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
    ...(facts.hasProblems
      ? problem('mail.templateBroken', { ...params, mistake: facts.mistake ?? { en: '', de: '' } })
      : []),
    ...fieldProblems('mail', facts.fields, '/template', params, context),
  ];
}

function recipientProblems(to: Recipient, { roles }: CheckContext): ProblemDraftOf<SharedProblemCode>[] {
  if (to.role === 'address') return addressProblems(to.address);
  return roles.includes(to.role)
    ? []
    : [
        {
          code: 'mail.roleUnavailable',
          path: '/to/role',
          params: { role: inEach((language) => recipientLabel(to, language)) },
        },
      ];
}
