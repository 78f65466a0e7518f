import { inEnglish } from '@cueline/workflows/language';
import { z } from 'zod';

export const mailSecurity = z.enum([
  /** TLS from the first byte, as on ports 465 and 993. */
  'tls',
  /** STARTTLS, and nothing without it, as on ports 587 and 143. */
  'starttls',
  /** No encryption: for hosts that the operator allows. */
  'none',
]);
export const mailAuth = z.enum(['password', 'oauth2']);
export const mailProvider = z.enum(['google', 'microsoft']);

/** A name or an address, in lower case and in ASCII as the DNS has it. */
export const mailHost = z
  .string()
  .max(253)
  .overwrite((host) => host.trim().toLowerCase().replace(/\.$/, ''))
  .regex(
    /^(?:[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d])?(?:\.[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d])?)*|[\da-f:.]*:[\da-f:.]*)$/,
    inEnglish({
      en: 'Give the name of a mail server such as smtp.example.com, without a protocol or port.',
      de: 'Gib den Namen eines Mailservers wie smtp.example.com an, ohne Protokoll und Port.',
    }),
  );
/** What a mail server can be given: no control characters, and letters that are whole. */
export const credential = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine(
      (text) => !/[\p{Cc}\p{Cs}]/u.test(text),
      inEnglish({
        en: 'There is a character in it that no mail server takes, such as a line break.',
        de: 'Darin ist ein Zeichen, das kein Mailserver annimmt, etwa ein Zeilenumbruch.',
      }),
    );

/** Where an account signs in, and as whom. */
export const mailServer = {
  host: mailHost,
  port: z.int().min(1).max(65_535),
  security: mailSecurity,
  username: credential(320),
};
/** Written, and never given out again. */
export const mailPassword = credential(1_000).meta({ writeOnly: true });

/** Where it signs in, as it is shown. */
export const shownMailServer = {
  host: z.string(),
  port: z.int(),
  security: mailSecurity,
  username: z.string(),
  auth: mailAuth,
  provider: mailProvider.nullable(),
  /** It has a password, or a sign-in was made. */
  hasSecret: z.boolean(),
};

export type MailSecurity = z.infer<typeof mailSecurity>;
export type MailProvider = z.infer<typeof mailProvider>;
