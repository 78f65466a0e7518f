/** What an SMTP account is called among all that mails leave through. */
export const nameOfSmtpAccount = (id: string): string => `smtp:${id}`;

/** The groups in which mails of an account are held: for its trouble, and, after the repair, for a person to decide about their age. */
export const heldGroupOf = (account: string): string => `account:${account}`;
export const lateGroupOf = (account: string): string => `late:${account}`;

/** The same as SQL. @param row alias of a row with the account's id in `column` */
export const groupsOfAccount = {
  held: (row: string, column = 'id'): string =>
    `('${heldGroupOf(nameOfSmtpAccount(''))}' || ${row}.${column})`,
  late: (row: string, column = 'id'): string =>
    `('${lateGroupOf(nameOfSmtpAccount(''))}' || ${row}.${column})`,
};
