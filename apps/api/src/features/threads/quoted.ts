import type { threads } from '@cueline/contracts';
import { replyLanguage } from '../../platform/language/reply-language.js';
import type { ThreadMessageRow } from './thread-messages.sql.js';

type Quoted = Pick<ThreadMessageRow, 'people' | 'occurredAt' | 'text' | 'subject'>;
const MOST_LETTERS = 20_000;

const heads = {
  en: {
    wrote: (day: string, who: string) => `On ${day}, ${who} wrote:`,
    passedOn: '---------- Forwarded message ----------',
  },
  de: {
    wrote: (day: string, who: string) => `Am ${day} schrieb ${who}:`,
    passedOn: '---------- Weitergeleitete Nachricht ----------',
  },
};

/** What is answered, line by line after a mark; what is passed on, as it is. */
export function quoted({ people, occurredAt, text, subject }: Quoted, kind: threads.AnswerKind): string {
  const language = replyLanguage();
  const [from] = people.filter(({ role }) => role === 'from');
  const who = from?.name || from?.address || '';
  const said = text.trim().slice(0, MOST_LETTERS);
  const { wrote, passedOn } = heads[language];
  const day = occurredAt.toISOString().slice(0, 10);
  if (kind === 'forward') return [passedOn, wrote(day, who), subject, '', said].join('\n');
  return [wrote(day, who), ...said.split('\n').map((line) => `> ${line}`)].join('\n');
}
