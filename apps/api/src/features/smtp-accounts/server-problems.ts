import type { smtpAccounts } from '@cueline/contracts';
import { isAddress, isListed, isPublicAddress, type HostList } from '@cueline/egress';
import type { BadPlace } from '../../platform/problems/problem-error.js';

/** What keeps a mail server that a person has named from being called, by all that its name alone says. */
export function serverProblems(
  { host, port, security }: Pick<smtpAccounts.SmtpServer, 'host' | 'port' | 'security'>,
  allow: HostList,
): BadPlace[] {
  if (isListed(allow, host, port)) return [];
  const problems: BadPlace[] = [];
  if (isAddress(host) ? !isPublicAddress(host) : /(^|\.)localhost$/.test(host))
    problems.push({
      pointer: '/host',
      detail: {
        en: `${host} is not a public address. The operator can allow it with SMTP_ALLOW.`,
        de: `${host} ist keine öffentliche Adresse. Der Betreiber kann sie mit SMTP_ALLOW erlauben.`,
      },
    });
  if (security === 'none')
    problems.push({
      pointer: '/security',
      detail: {
        en: `Without encryption the password could be read on the way. The operator can allow it for ${host} with SMTP_ALLOW.`,
        de: `Ohne Verschlüsselung könnte das Passwort unterwegs gelesen werden. Der Betreiber kann das für ${host} mit SMTP_ALLOW erlauben.`,
      },
    });
  return problems;
}
