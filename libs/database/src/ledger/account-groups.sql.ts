/** What an SMTP account is called among all that mails leave through. */
export const nameOfSmtpAccount = (id: string): string => `smtp:${id}`;

/** The groups in which mails of an account are held: for its trouble, and, after the repair, for a person to decide about their age. */
export const heldGroupOf = (account: string): string => `account:${account}`;
export const lateGroupOf = (account: string): string => `late:${account}`;

/** The same as SQL. @param row alias of a row of `smtp_accounts` */
export const groupsOfAccount = {
  held: (row: string): string => `('${heldGroupOf(nameOfSmtpAccount(''))}' || ${row}.id)`,
  late: (row: string): string => `('${lateGroupOf(nameOfSmtpAccount(''))}' || ${row}.id)`,
};
