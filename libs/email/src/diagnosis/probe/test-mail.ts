import { randomUUID } from 'node:crypto';
import type { Language } from '@cueline/workflows/language';
import { automaticHeaders, composeMail } from '../../mail/compose.js';

const texts = {
  en: {
    subject: 'Your email account works',
    text: 'This email came through your own account. Nobody else got it.',
  },
  de: {
    subject: 'Dein E-Mail-Konto geht',
    text: 'Diese E-Mail kam über dein eigenes Konto. Niemand sonst hat sie bekommen.',
  },
} as const;

/** A mail from an address to itself. */
export function composeTestMail(
  address: string,
  fromName: string,
  language: Language,
  date: Date,
): Promise<Buffer> {
  const { subject, text } = texts[language];
  return composeMail({
    from: { name: fromName, address },
    to: { name: '', address },
    ...{ subject, text, html: `<p>${text}</p>`, date, headers: automaticHeaders },
    messageId: `<${randomUUID()}@${address.slice(address.lastIndexOf('@') + 1)}>`,
  });
}
