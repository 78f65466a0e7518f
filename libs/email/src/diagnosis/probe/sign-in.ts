import type { Conversation, ServerReply } from './conversation.js';
import { fault } from './stage.js';

export type Credentials =
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  /** Without a token where the permission has ended. */
  | { readonly kind: 'oauth'; readonly user: string; readonly accessToken: string | null };

/** What no transcript shows. */
export function secretsOf(credentials: Credentials | undefined): readonly string[] {
  const secret = credentials?.kind === 'oauth' ? credentials.accessToken : credentials?.password;
  return secret ? [secret] : [];
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/**
 * Signs in by the strongest way that both sides know: XOAUTH2 with a token, else PLAIN (RFC 4616) or LOGIN.
 * @param offered mechanisms after EHLO
 * @returns the mechanism
 */
export async function signIn(
  talk: Conversation,
  credentials: Credentials,
  offered: readonly string[],
): Promise<string> {
  const ways = credentials.kind === 'oauth' ? ['XOAUTH2'] : ['PLAIN', 'LOGIN'];
  const way = ways.find((one) => offered.includes(one));
  if (!way) throw fault('NOAUTH', `AUTH ${offered.join(' ')}`.trim(), undefined, { offered });
  const reply = await replyTo(talk, way, credentials);
  if (reply.code !== 235) throw fault('REPLY', reply.said, reply.code, { offered });
  return way;
}

function replyTo(talk: Conversation, way: string, credentials: Credentials): Promise<ServerReply> {
  if (credentials.kind === 'password') return byPassword(talk, way, credentials.user, credentials.password);
  if (credentials.accessToken === null) throw fault('NOTOKEN');
  return byToken(talk, credentials.user, credentials.accessToken);
}

async function byToken(talk: Conversation, user: string, accessToken: string): Promise<ServerReply> {
  const token = base64(`user=${user}\x01auth=Bearer ${accessToken}\x01\x01`);
  const reply = await talk.command(`AUTH XOAUTH2 ${token}`, 'AUTH XOAUTH2 ');
  // A refusal comes as a challenge with its reasons; an empty line asks for the reply itself.
  return reply.code === 334 ? talk.command('') : reply;
}

async function byPassword(
  talk: Conversation,
  way: string,
  user: string,
  password: string,
): Promise<ServerReply> {
  if (way === 'PLAIN') {
    const first = await talk.command(`AUTH PLAIN ${base64(`\0${user}\0${password}`)}`, 'AUTH PLAIN ');
    return first;
  }
  const begun = await talk.command('AUTH LOGIN');
  if (begun.code !== 334) return begun;
  const named = await talk.command(base64(user), '');
  return named.code === 334 ? talk.command(base64(password), '') : named;
}
