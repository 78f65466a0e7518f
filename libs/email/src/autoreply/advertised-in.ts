import { advertises, hasLink, type AdvertisingSign } from './advertises.js';

/** A field that a stranger filled in with an advertisement. */
export interface Advertised {
  readonly field: string;
  readonly sign: AdvertisingSign;
}

type Records = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

const textAt = (facts: Records, path: string): string => {
  const [record = '', key = ''] = path.split('.');
  const found = Object.hasOwn(facts, record) ? facts[record] : undefined;
  const value = found && Object.hasOwn(found, key) ? found[key] : undefined;
  return typeof value === 'string' ? value : '';
};

/**
 * What a mail to whoever wrote, or to the client that came of it, would carry of an advertisement. A name counts whether or not the mail echoes it; of what else was written,
 * a link in a field that the mail does echo.
 * @param role whom the mail is for @param used merge fields of its template
 */
export function advertisedIn(role: string, facts: Records, used: readonly string[]): Advertised | undefined {
  if (role !== 'inquirer' && role !== 'client') return undefined;
  // As it was entered: the first name of a fact is what a greeting says, which leaves out what is no name.
  const parts = [textAt(facts, 'client.firstName'), textAt(facts, 'client.lastName')];
  const client = textAt(facts, 'client.fullName') || parts.join(' ').trim();
  for (const [field, name] of [
    ['inquiry.name', textAt(facts, 'inquiry.name')],
    ['client.fullName', role === 'client' ? client : ''],
  ] as const) {
    const sign = name === '' ? undefined : advertises(name);
    if (sign) return { field, sign };
  }
  // Every email address holds a host, and this one is the reader's own.
  const isStrangers = (path: string) => path.startsWith('inquiry.') && path !== 'inquiry.email';
  const echoed = used.find((path) => isStrangers(path) && hasLink(textAt(facts, path)));
  return echoed === undefined ? undefined : { field: echoed, sign: 'link' };
}
