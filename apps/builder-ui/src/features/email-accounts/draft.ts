import type { mailServer, smtpAccounts, smtpDiagnosis } from '@cueline/contracts';

/** An account as it is filled in: all text, as its fields have it. */
export interface Draft {
  readonly address: string;
  readonly fromName: string;
  readonly host: string;
  readonly port: string;
  readonly security: mailServer.MailSecurity;
  readonly user: string;
  readonly password: string;
}

export const emptyDraft = (fromName: string): Draft => ({
  ...{ address: '', fromName, host: '', port: '587', security: 'starttls', user: '', password: '' },
});

/** Of a stored account. Its password is not given out: an empty one stays as it is. */
export const draftOf = (account: smtpAccounts.SmtpAccountView): Draft => ({
  address: account.address,
  fromName: account.fromName,
  host: account.host,
  port: String(account.port),
  security: account.security,
  user: account.username,
  password: '',
});

type Found = smtpDiagnosis.FoundSettings;

/** With the best of what was found. */
export const withFound = (draft: Draft, { address, smtp: [best] }: Found): Draft =>
  best
    ? {
        ...{ ...draft, address, host: best.host, port: String(best.port) },
        ...{ security: best.security, user: best.user },
      }
    : { ...draft, address, user: address };

/** With what a card proposes. */
export const withProposal = (draft: Draft, proposal: smtpDiagnosis.DiagnosisCard['proposal']): Draft => ({
  ...draft,
  ...(proposal as Partial<Draft>),
});

/** As the API takes them; an empty password is left out. */
export const serverOf = ({ host, port, security, user, password, address }: Draft) => ({
  ...{ host, port: Number(port), security, username: user, address },
  ...(password !== '' && { password }),
});
