import { fieldOf } from '../../mime/header-fields.js';
import type { ParsedMail } from './parsed-mail.js';

/** The token in a mail that a reader's program sends to the second address of List-Unsubscribe (RFC 2369 3.2); undefined in every other mail. */
export const unsubscribeRequestIn = ({ headers }: ParsedMail): string | undefined =>
  /^unsubscribe ([\w-]{20,200})$/i.exec(fieldOf(headers, 'subject').trim())?.[1];
