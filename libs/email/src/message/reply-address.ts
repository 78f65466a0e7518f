export interface ReplyAddress {
  readonly studioSlug: string;
  /** What stands after it: which mail it was made for, if we made it. Null without one. */
  readonly tag: string | null;
}

const LOCAL = /^studio-([a-z0-9-]{1,63}?)(?:[+=-]([0-9a-f]{24}))?$/;

/** Which studio an address of the platform's domain is of, and the tag of the mail that it was made for; undefined for every other address. */
export function readReplyAddress(address: string, domain: string): ReplyAddress | undefined {
  const at = address.lastIndexOf('@');
  if (address.slice(at + 1).toLowerCase() !== domain.toLowerCase()) return undefined;
  const [, studioSlug, tag = null] = LOCAL.exec(address.slice(0, at).toLowerCase()) ?? [];
  return studioSlug === undefined ? undefined : { studioSlug, tag };
}
