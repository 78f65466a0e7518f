import type { ImapConversation } from './imap-conversation.js';
import type { Credentials } from './sign-in.js';
import { fault, StageError } from './stage.js';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/**
 * Signs in by the strongest way that both sides know: XOAUTH2 with a token, else PLAIN (RFC 4616) or LOGIN.
 * @param offers capabilities @returns the mechanism
 */
export async function signInToImap(
  talk: ImapConversation,
  credentials: Credentials,
  offers: readonly string[],
): Promise<string> {
  const offered = offers.flatMap((one) => /^AUTH=(.+)$/.exec(one)?.[1] ?? []);
  const isAtOnce = offers.includes('SASL-IR');
  const ways = credentials.kind === 'oauth' ? ['XOAUTH2'] : ['PLAIN'];
  const way = ways.find((one) => offered.includes(one));
  if (!way && (credentials.kind === 'oauth' || offers.includes('LOGINDISABLED')))
    throw fault('NOAUTH', offers.join(' '), undefined, { offered });
  if (credentials.kind === 'oauth' && credentials.accessToken === null) throw fault('NOTOKEN');
  try {
    if (way) await authenticate(talk, way, initialOf(credentials), isAtOnce);
    else if (credentials.kind === 'password')
      await talk.command(`LOGIN ${quoted(credentials.user)} ${quoted(credentials.password)}`, 'LOGIN ');
  } catch (error) {
    if (!(error instanceof StageError)) throw error;
    throw new StageError(error.code, error.said, error.replyCode, { ...error.facts, offered });
  }
  return way ?? 'LOGIN';
}

const initialOf = (credentials: Credentials): string =>
  credentials.kind === 'password'
    ? base64(`\0${credentials.user}\0${credentials.password}`)
    : base64(`user=${credentials.user}\x01auth=Bearer ${credentials.accessToken}\x01\x01`);

/** A refused token comes as a challenge with its reasons; an empty line asks for the answer itself. */
async function authenticate(
  talk: ImapConversation,
  way: string,
  initial: string,
  isAtOnce: boolean,
): Promise<void> {
  const line = `AUTHENTICATE ${way}`;
  if (isAtOnce) await talk.command(`${line} ${initial}`, `${line} `);
  else await talk.command(line, undefined, [initial]);
}
