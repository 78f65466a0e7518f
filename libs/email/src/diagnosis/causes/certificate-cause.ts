import type { Certificate } from '../probe/stage.js';
import type { Diagnosis } from './cause.js';

const dateCodes = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

/** A name that the certificate is for and that can be a mail server's: not a wildcard, unless the wildcard leads to one. */
export function certificateCause(code: string, { names }: Certificate, host: string): Diagnosis {
  if (dateCodes.has(code)) return { cause: 'certificateExpired', field: 'host' };
  if (code !== 'ERR_TLS_CERT_ALTNAME_INVALID') return { cause: 'certificateUntrusted', field: 'host' };
  const hosts = names.filter((name) => /^[a-z0-9.-]+\.[a-z][a-z0-9-]+$/i.test(name));
  const mailHost = hosts.find((name) => /^(?:smtp|imap|mail|mx|send|out|secure)/i.test(name)) ?? hosts[0];
  const fromWildcard = names
    .filter((name) => name.startsWith('*.'))
    .map((name) => `${host.split('.')[0]}${name.slice(1)}`)[0];
  const proposed = mailHost ?? fromWildcard;
  return {
    ...{ cause: 'certificateName', field: 'host' },
    ...(proposed && proposed !== host && { proposal: { host: proposed } }),
  };
}
