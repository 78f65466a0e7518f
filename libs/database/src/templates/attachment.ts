/** What a mail carries beside its text. */
export type Attachment =
  /** Of the booking that the mail is about, as it is when the mail leaves. */
  { readonly type: 'calendar' };
