/** The address that the platform sends a studio's mails from. */
export const platformAddress = (studioSlug: string, domain: string): string =>
  `studio-${studioSlug}@${domain}`;
