import { bothPorts, imapOf, type Provider } from './provider.js';

type Row = readonly [
  id: string,
  name: string,
  domains: string,
  mx: string,
  smtp: string,
  imap: string,
  more?: Partial<Provider>,
];

/** Hosts and providers whose sign-in is the address and the mailbox's password, unless a row says otherwise. */
const rows: readonly Row[] = [
  [
    'gmx',
    'GMX',
    'gmx.de gmx.net gmx.at gmx.ch gmx.eu gmx.info',
    '.gmx.net',
    'mail.gmx.net',
    'imap.gmx.net',
    { switchOnPage: 'https://hilfe.gmx.net/pop-imap/einschalten.html' },
  ],
  [
    'gmxCom',
    'GMX',
    'gmx.com gmx.us gmx.co.uk gmx.fr gmx.es',
    '',
    'mail.gmx.com',
    'imap.gmx.com',
    { switchOnPage: 'https://support.gmx.com/pop-imap/toggle.html' },
  ],
  [
    'webDe',
    'WEB.DE',
    'web.de',
    '.web.de',
    'smtp.web.de',
    'imap.web.de',
    { switchOnPage: 'https://hilfe.web.de/pop-imap/einschalten.html' },
  ],
  [
    'tOnline',
    'Telekom Mail',
    't-online.de magenta.de',
    '.t-online.de',
    'securesmtp.t-online.de',
    'secureimap.t-online.de',
    { signIn: ['appPassword'], passwordPage: 'https://account.idm.telekom.com/account-manager/index.xhtml' },
  ],
  ['freenet', 'freenet', 'freenet.de', '.freenet.de', 'mx.freenet.de', 'mx.freenet.de'],
  ['posteo', 'Posteo', 'posteo.de posteo.net posteo.eu', '.posteo.de', 'posteo.de', 'posteo.de'],
  [
    'mailboxOrg',
    'mailbox.org',
    'mailbox.org',
    '.mailbox.org',
    'smtp.mailbox.org',
    'imap.mailbox.org',
    { signIn: ['password', 'appPassword'], passwordPage: 'https://login.mailbox.org' },
  ],
  ['ionos', 'IONOS', 'online.de', '.kundenserver.de .ionos.de', 'smtp.ionos.de', 'imap.ionos.de'],
  ['ionosCom', 'IONOS', '', '.ionos.com .1and1.com', 'smtp.ionos.com', 'imap.ionos.com'],
  ['ionosUk', 'IONOS', '', '.ionos.co.uk .1and1.co.uk', 'smtp.ionos.co.uk', 'imap.ionos.co.uk'],
  ['ionosFr', 'IONOS', '', '.ionos.fr .1and1.fr', 'smtp.ionos.fr', 'imap.ionos.fr'],
  ['ionosEs', 'IONOS', '', '.ionos.es .1and1.es', 'smtp.ionos.es', 'imap.ionos.es'],
  ['strato', 'STRATO', '', '.rzone.de .strato.de', 'smtp.strato.de', 'imap.strato.de'],
  ['allInkl', 'ALL-INKL', '', '.kasserver.com', '{mx}', '{mx}'],
  ['netcup', 'netcup', '', '.netcup.net', '{mx}', '{mx}'],
  ['hetzner', 'Hetzner', '', '.your-server.de', 'mail.your-server.de', 'mail.your-server.de'],
  ['domainFactory', 'DomainFactory', '', '.ispgateway.de .df.eu', 'sslout.df.eu', 'sslin.df.eu'],
  ['ovh', 'OVHcloud', '', '.mail.ovh.net .ovh.net', 'ssl0.ovh.net', 'ssl0.ovh.net'],
  ['gandi', 'Gandi', '', '.mail.gandi.net', 'mail.gandi.net', 'mail.gandi.net'],
  ['orange', 'Orange', 'orange.fr wanadoo.fr', '.orange.fr', 'smtp.orange.fr', 'imap.orange.fr'],
  ['free', 'Free', 'free.fr', '.free.fr', 'smtp.free.fr', 'imap.free.fr'],
  ['laPoste', 'La Poste', 'laposte.net', '.laposte.net', 'smtp.laposte.net', 'imap.laposte.net'],
  [
    'infomaniak',
    'Infomaniak',
    'ik.me etik.com ikmail.com',
    '.infomaniak.ch .infomaniak.com',
    'mail.infomaniak.com',
    'mail.infomaniak.com',
    { signIn: ['password', 'appPassword'], passwordPage: 'https://config.infomaniak.com' },
  ],
  ['hostpoint', 'Hostpoint', '', '.mail.hostpoint.ch', 'asmtp.mail.hostpoint.ch', 'imap.mail.hostpoint.ch'],
  ['bluewin', 'Swisscom', 'bluewin.ch', '.bluewin.ch', 'smtpauths.bluewin.ch', 'imaps.bluewin.ch'],
  ['oneCom', 'one.com', '', '.one.com', 'send.one.com', 'imap.one.com'],
  ['aruba', 'Aruba', 'aruba.it', '.aruba.it', 'smtps.aruba.it', 'imaps.aruba.it'],
];

const listOf = (text: string): readonly string[] => text.split(' ').filter(Boolean);

export const europe: readonly Provider[] = rows.map(([id, name, domains, mx, smtp, imap, more]) => ({
  ...{ id, name, domains: listOf(domains), mx: listOf(mx), smtp: bothPorts(smtp), imap: imapOf(imap) },
  ...{ signIn: ['password'], user: 'address', filesSent: false },
  ...more,
}));
