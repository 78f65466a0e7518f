import { getDomain } from 'tldts';

/** Providers that give addresses to anybody: their domain says nothing of who writes. */
const free = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com outlook.de hotmail.de hotmail.fr hotmail.it hotmail.es live.nl yahoo.com yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.co.uk ' +
    'ymail.com aol.com icloud.com me.com mac.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com pm.me fastmail.com ' +
    'zoho.com mail.com mail.ru yandex.ru yandex.com orange.fr wanadoo.fr free.fr sfr.fr laposte.net libero.it virgilio.it tiscali.it alice.it tin.it telefonica.net terra.es ziggo.nl kpnmail.nl ' +
    'planet.nl xs4all.nl hetnet.nl btinternet.com sky.com comcast.net verizon.net att.net bluewin.ch hotmail.co.uk'
  ).split(' '),
);

/** The address without what follows a plus; for Gmail's also without dots, which it does not tell apart. Addresses are compared as they are first. @param key as addresses are compared */
export function plainKey(key: string): string {
  const at = key.lastIndexOf('@');
  const domain = key.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com');
  const local = key.slice(0, at).replace(/(?<=.)\+.*$/, '');
  return `${domain === 'gmail.com' ? local.replaceAll('.', '') : local}@${domain}`;
}

/** The domain that somebody registered, of an address that is its owner's; null for providers that give addresses to anybody. */
export function ownDomain(key: string): string | null {
  const domain = getDomain(key.slice(key.lastIndexOf('@') + 1), { allowPrivateDomains: true });
  return domain === null || free.has(domain) ? null : domain;
}
