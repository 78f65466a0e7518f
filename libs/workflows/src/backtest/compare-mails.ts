/** A mail of a template to an address. */
export interface MailTo {
  readonly template: string;
  readonly to: string;
}

/** A mail that would leave, with one that did where there is one. */
export interface Compared<Would, Did> {
  readonly would: readonly { readonly mail: Would; readonly did: Did | null }[];
  /** What left then, and would not now. */
  readonly gone: readonly Did[];
}

/** Pairs mails of one template to one address, each with the next that is like it. */
export function compareMails<Would extends MailTo, Did extends MailTo>(
  would: readonly Would[],
  did: readonly Did[],
): Compared<Would, Did> {
  const left = [...did];
  const isLike = (mail: MailTo) => (one: MailTo) =>
    one.template === mail.template && one.to.toLowerCase() === mail.to.toLowerCase();
  const pairs = would.map((mail) => {
    const at = left.findIndex(isLike(mail));
    return { mail, did: at < 0 ? null : left.splice(at, 1)[0]! };
  });
  return { would: pairs, gone: left };
}
