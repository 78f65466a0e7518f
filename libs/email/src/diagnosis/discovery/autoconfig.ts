import { onStartTls, onTls, type Endpoint } from '../endpoint.js';

/** Settings as Thunderbird's configuration files have them. */
export interface Autoconfig {
  readonly name: string | undefined;
  readonly smtp: readonly ServerSettings[];
  readonly imap: readonly ServerSettings[];
}

export interface ServerSettings extends Endpoint {
  /** With the file's placeholders filled in. */
  readonly user: string;
}

const MOST_SERVERS = 10;
const hostName = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

/** The https addresses at which a domain may describe its own mail. The person's address is not given away. */
export const autoconfigUrls = (domain: string): readonly URL[] => [
  new URL(`https://autoconfig.${domain}/mail/config-v1.1.xml`),
  new URL(`https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`),
];

/**
 * Reads the few elements that matter, without entities or a document type: the file comes from a stranger. What is not encrypted is left out.
 * @returns undefined for what is no such file
 */
export function readAutoconfig(xml: string, address: string): Autoconfig | undefined {
  if (!/<clientConfig\b/i.test(xml) || /<!(?:DOCTYPE|ENTITY)/i.test(xml)) return undefined;
  const servers = (tag: string, type: string) =>
    elements(xml, tag)
      .filter(({ attributes }) => new RegExp(`\\btype\\s*=\\s*["']${type}["']`, 'i').test(attributes))
      .slice(0, MOST_SERVERS)
      .flatMap(({ content }) => serverOf(content, address));
  const name = textOf(xml, 'displayShortName') ?? textOf(xml, 'displayName');
  return { name, smtp: servers('outgoingServer', 'smtp'), imap: servers('incomingServer', 'imap') };
}

function serverOf(content: string, address: string): readonly ServerSettings[] {
  const host = fill(textOf(content, 'hostname') ?? '', address).toLowerCase();
  const port = Number(textOf(content, 'port'));
  const socketType = textOf(content, 'socketType')?.toUpperCase();
  if (!hostName.test(host) || !Number.isInteger(port) || port < 1 || port > 65_535) return [];
  const user = fill(textOf(content, 'username') ?? '', address) || address;
  if (socketType === 'SSL') return [{ ...onTls(host, port), user }];
  return socketType === 'STARTTLS' ? [{ ...onStartTls(host, port), user }] : [];
}

function fill(text: string, address: string): string {
  const at = address.lastIndexOf('@');
  return text
    .replaceAll('%EMAILADDRESS%', address)
    .replaceAll('%EMAILLOCALPART%', address.slice(0, at))
    .replaceAll('%EMAILDOMAIN%', address.slice(at + 1));
}

interface Element {
  readonly attributes: string;
  readonly content: string;
}

/** By position, not by one pattern over the whole: linear, however the file is made. */
function elements(xml: string, tag: string): readonly Element[] {
  const found: Element[] = [];
  const lower = xml.toLowerCase();
  const [open, close] = [`<${tag.toLowerCase()}`, `</${tag.toLowerCase()}>`];
  for (let at = lower.indexOf(open); at >= 0 && found.length < MOST_SERVERS;) {
    const head = lower.indexOf('>', at);
    const end = head < 0 ? -1 : lower.indexOf(close, head);
    if (end < 0) break;
    if (/[\s>]/.test(lower[at + open.length] ?? ''))
      found.push({ attributes: xml.slice(at + open.length, head), content: xml.slice(head + 1, end) });
    at = lower.indexOf(open, end);
  }
  return found;
}

function textOf(xml: string, tag: string): string | undefined {
  const text = elements(xml, tag)[0]?.content.trim();
  return text && text.length <= 200 && !/[<>\p{Cc}]/u.test(text) ? text : undefined;
}
