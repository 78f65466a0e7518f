import { parseAddress, type Mailbox } from './address.js';
import { platformAddress } from './platform-address.js';

/** Whom a brand's mail may be from. */
export interface BrandSender {
  /** The brand's own sender; null: it has the platform's address. */
  readonly sender: {
    readonly kind: 'platform' | 'smtp';
    readonly fromName: string;
    readonly address: string;
    readonly replyTo: string | null;
  } | null;
  readonly brandName: string;
  /** Where answers go to what leaves from the platform's address. */
  readonly brandReplyTo: string | null;
  readonly studioSlug: string;
  readonly platformDomain: string;
}

/** A staff member in whose name a mail leaves. */
export interface StaffAuthor {
  readonly name: string;
  readonly address: string | null;
}

export interface MailFrom {
  readonly from: Mailbox;
  readonly replyTo?: string;
}

/**
 * Whom a mail is from, and who gets the answers. In a staff member's name it still leaves from the brand's address, which the server accepts; the answers go to the
 * staff member.
 */
export function mailFrom(source: BrandSender, staff: StaffAuthor | null = null): MailFrom {
  const { sender, brandName, brandReplyTo, studioSlug, platformDomain } = source;
  const own = sender && parseAddress(sender.address);
  const brand = own
    ? { name: sender.fromName, address: own }
    : { name: brandName, address: platformAddress(studioSlug, platformDomain) };
  const isPlatform = sender?.kind !== 'smtp';
  const chosen = sender?.replyTo || (isPlatform ? brandReplyTo : null);
  const replyTo = parseAddress(staff?.address ?? '') ?? parseAddress(chosen ?? '');
  const name = staff?.name ? [staff.name, brand.name].filter(Boolean).join(' · ') : brand.name;
  return { from: { ...brand, name }, ...(replyTo && { replyTo }) };
}
