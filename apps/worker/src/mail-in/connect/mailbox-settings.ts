import { isIP } from 'node:net';
import {
  KeyMissing,
  SealBroken,
  type Credentials,
  type MailboxSettings,
  type OAuthTokens,
} from '@cueline/database';
import { isListed, isPublicAddress, type HostList } from '@cueline/egress';
import { AddressRefused, everyAddress, onlyPublic, type Lookup } from '@cueline/egress/guard';
import { CannotConnect, type ImapSettings } from '@cueline/email/imap-driver';
import { OAuthRefused, refreshTokens, SignInExpired, type OAuthClients } from '@cueline/email/oauth';
import { describeError } from '../../platform/describe-error.js';

export interface MailboxAccess {
  readonly credentials: Pick<Credentials, 'open'>;
  readonly tokens: OAuthTokens;
  /** Where accounts may sign in by OAuth 2. */
  readonly clients: OAuthClients;
  /** Hosts that the operator allows inside the own network and without encryption. */
  readonly allow: HostList;
  readonly lookup?: Lookup;
}

/**
 * What a connection to the server of a mailbox needs: read for each connection, and not kept.
 * @param rejected the access token that the server does not take any more @throws CannotConnect
 */
export async function imapSettingsOf(
  access: MailboxAccess,
  studioId: string,
  mailbox: MailboxSettings,
  rejected?: string,
): Promise<ImapSettings> {
  const { host, port, security, username: user } = mailbox;
  const isTrusted = isListed(access.allow, host, port);
  if (security === 'none' && !isTrusted)
    throw new CannotConnect('encryption', `${host} may not be used without encryption.`);
  // What is written as an address is not looked up.
  if (!isTrusted && isIP(host) && !isPublicAddress(host)) throw notPublic(host);
  const secret = await secretOf(access, studioId, mailbox, rejected);
  const settings = { host, port, security, user, secret };
  return isTrusted ? settings : { ...settings, lookup: guarded(access.lookup ?? everyAddress) };
}

const notPublic = (host: string) => new CannotConnect('notPublic', `${host} is not a public address.`);

/** A refused address is told from a name that is not there. */
function guarded(lookup: Lookup): NonNullable<ImapSettings['lookup']> {
  const look = onlyPublic(lookup);
  return (host, options, done) =>
    look(host, options, (error, ...found) =>
      done(error instanceof AddressRefused ? notPublic(host) : error, ...found),
    );
}

async function secretOf(
  access: MailboxAccess,
  studioId: string,
  mailbox: MailboxSettings,
  rejected: string | undefined,
): Promise<ImapSettings['secret']> {
  if (mailbox.auth === 'oauth2') return { accessToken: await tokenOf(access, studioId, mailbox, rejected) };
  const found = await passwordOf(access, studioId, mailbox.credentialId);
  if (!found) throw new CannotConnect('signIn', 'No password is stored.');
  return { password: found.secret };
}

async function passwordOf({ credentials }: MailboxAccess, studioId: string, id: string | null) {
  try {
    return id === null ? undefined : await credentials.open(studioId, id);
  } catch (error) {
    if (error instanceof KeyMissing || error instanceof SealBroken) throw new CannotConnect('secret', '');
    throw error;
  }
}

async function tokenOf(
  { clients, tokens }: MailboxAccess,
  studioId: string,
  { provider, credentialId }: MailboxSettings,
  rejected: string | undefined,
): Promise<string> {
  const client = provider === null ? undefined : clients[provider];
  if (!client)
    throw new CannotConnect('signInOff', 'The operator has not registered Cueline with this provider.');
  const refresh = (token: string) => refreshTokens(client, token);
  try {
    const fresh = await tokens.accessToken(studioId, credentialId ?? '', refresh, rejected);
    if (!fresh) throw new SignInExpired('No sign-in has been made.');
    return fresh.token;
  } catch (error) {
    if (error instanceof SignInExpired) throw new CannotConnect('expired', error.message);
    if (error instanceof OAuthRefused) throw new CannotConnect('signInOff', error.message);
    if (error instanceof KeyMissing || error instanceof SealBroken) throw new CannotConnect('secret', '');
    // The provider, or the row that another process refreshes at this moment.
    throw new CannotConnect('unreachable', describeError(error), true);
  }
}
