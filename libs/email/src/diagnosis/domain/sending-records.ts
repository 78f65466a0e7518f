/** What a provider wants to see in the DNS of a domain that sends through it. */
export interface SendingRecords {
  /** The target of an SPF `include`. */
  readonly spf?: string;
  /** Selectors under which its DKIM keys are published. */
  readonly dkim?: readonly string[];
}

/** By the id of a provider in the table. */
export const sendingRecords: Readonly<Record<string, SendingRecords>> = {
  googleWorkspace: { spf: '_spf.google.com', dkim: ['google'] },
  microsoft365: { spf: 'spf.protection.outlook.com', dkim: ['selector1', 'selector2'] },
  icloud: { spf: 'icloud.com', dkim: ['sig1'] },
  fastmail: { spf: 'spf.messagingengine.com', dkim: ['fm1', 'fm2', 'fm3'] },
  zoho: { spf: 'zohomail.com', dkim: ['zmail', 'zoho'] },
  zohoEurope: { spf: 'zohomail.eu', dkim: ['zmail', 'zoho'] },
  proton: { spf: '_spf.protonmail.ch', dkim: ['protonmail', 'protonmail2', 'protonmail3'] },
  migadu: { spf: 'spf.migadu.com', dkim: ['key1', 'key2', 'key3'] },
  privateEmail: { spf: 'spf.privateemail.com' },
  titan: { spf: 'spf.titan.email', dkim: ['titan1', 'titan2'] },
  hostinger: {
    spf: '_spf.mail.hostinger.com',
    dkim: ['hostingermail-a', 'hostingermail-b', 'hostingermail-c'],
  },
  goDaddy: { spf: 'secureserver.net' },
  rackspace: { spf: 'emailsrvr.com' },
  runbox: { spf: 'spf.runbox.com', dkim: ['selector1', 'selector2'] },
  mailboxOrg: { spf: 'mailbox.org', dkim: ['mbo0001', 'mbo0002', 'mbo0003', 'mbo0004'] },
  ionos: { spf: '_spf-eu.ionos.com', dkim: ['s1-ionos', 's2-ionos'] },
  ionosCom: { spf: '_spf-us.ionos.com', dkim: ['s1-ionos', 's2-ionos'] },
  allInkl: { spf: 'spf.kasserver.com' },
  ovh: { spf: 'mx.ovh.com' },
  gandi: { spf: '_mailcust.gandi.net', dkim: ['gm1', 'gm2', 'gm3'] },
  infomaniak: { spf: 'spf.infomaniak.ch' },
  hostpoint: { spf: 'spf.mail.hostpoint.ch' },
  oneCom: { spf: '_custspf.one.com', dkim: ['rsa1', 'rsa2'] },
};

/** Selectors that servers use when nobody chose one. */
export const commonSelectors: readonly string[] = [
  ...['default', 'dkim', 'mail', 'email', 'smtp', 'k1', 's1', 's2', 'key1', 'selector1', 'google'],
];
