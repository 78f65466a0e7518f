/** What a mail carries beside its text. */
export type Attachment =
  /** Of the booking that the mail is about, as it is when the mail leaves. */
  | { readonly type: 'calendar' }
  /** An uploaded file, by its id. */
  | { readonly type: 'file'; readonly file: string };

/** The ids of the files among attachments. */
export const filesAmong = (attachments: readonly Attachment[]): string[] =>
  attachments.flatMap((one) => (one.type === 'file' ? [one.file] : []));
