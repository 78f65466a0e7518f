import type { MailProvider } from '../../oauth/clients.js';
import { onStartTls, onTls, type Endpoint } from '../endpoint.js';

/** What a provider wants at sign-in. `appPassword`: never the password of the website; `oauth`: no password at all. */
export type SignInKind = 'password' | 'appPassword' | 'oauth';

export interface Provider {
  readonly id: string;
  readonly name: string;
  /** The domains of its own addresses. */
  readonly domains: readonly string[];
  /** Ends of the mail exchangers' names by which domains of others are recognized. */
  readonly mx: readonly string[];
  /** For submission, the best first. A host of `{mx}` is the domain's own first exchanger. */
  readonly smtp: readonly Endpoint[];
  readonly imap?: Endpoint;
  /** The ways in, the one to propose first. */
  readonly signIn: readonly SignInKind[];
  /** Who opens its accounts by OAuth 2, where the product knows how. */
  readonly oauth?: MailProvider;
  readonly user: 'address' | 'other';
  /** Where an app password, a token or a password for email programs is made. */
  readonly passwordPage?: string;
  /** Where programs are let in at all, at providers that keep this off until it is switched on. */
  readonly switchOnPage?: string;
  /** Puts a copy of what it submits into Sent by itself. */
  readonly filesSent: boolean;
}

/** Both submission ports of one host. */
export const bothPorts = (host: string): readonly Endpoint[] => [onTls(host), onStartTls(host)];
export const imapOf = (host: string): Endpoint => onTls(host, 993);
