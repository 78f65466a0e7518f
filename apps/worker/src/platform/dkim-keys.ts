import { readFileSync } from 'node:fs';
import { domainToASCII } from 'node:url';
import { dkimKeyOf, type DkimKey } from '@cueline/email/dkim';

export interface DkimEnvironment {
  readonly DKIM_KEYS: string;
  readonly DKIM_DOMAIN?: string | undefined;
  readonly PLATFORM_MAIL_DOMAIN: string;
}

export interface DkimProblem {
  readonly path: 'DKIM_KEYS' | 'DKIM_DOMAIN';
  readonly message: string;
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const selectors = new RegExp(`^${label}(?:\\.${label})*$`, 'i');
const MOST_KEYS = 4;

/** The keys that sign the platform's mails, and everything that keeps one from being used. No message repeats what a file holds. */
export function readDkimKeys({ DKIM_KEYS, DKIM_DOMAIN, PLATFORM_MAIL_DOMAIN }: DkimEnvironment): {
  readonly keys: readonly DkimKey[];
  readonly problems: readonly DkimProblem[];
} {
  const problems: DkimProblem[] = [];
  const domain = DKIM_DOMAIN ?? PLATFORM_MAIL_DOMAIN;
  if (!covers(domain, PLATFORM_MAIL_DOMAIN))
    problems.push({
      path: 'DKIM_DOMAIN',
      message: `“${domain}” is neither ${PLATFORM_MAIL_DOMAIN} nor a domain above it, so its signature would say nothing about the sender`,
    });
  const entries = DKIM_KEYS.split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const named = entries.map((one) =>
    one
      .slice(0, Math.max(0, one.indexOf('=')))
      .trim()
      .toLowerCase(),
  );
  const keys = entries.flatMap((one, at) => {
    const selector = named[at]!;
    const read = selectors.test(selector)
      ? named.indexOf(selector) < at
        ? `“${selector}” is named twice`
        : readKey(domain, selector, one.slice(one.indexOf('=') + 1).trim())
      : `“${one}” must be selector=file, as in mail2027=/etc/cueline/mail2027.pem`;
    if (typeof read !== 'string') return [read];
    problems.push({ path: 'DKIM_KEYS', message: read });
    return [];
  });
  if (entries.length > MOST_KEYS)
    problems.push({ path: 'DKIM_KEYS', message: `names ${entries.length} keys; at most ${MOST_KEYS} sign` });
  return { keys, problems };
}

/** RFC 7489 3.1.1: a signature counts for the sender's domain when it is that domain's, or of one above. */
function covers(domain: string, sender: string): boolean {
  const [above, below] = [domainToASCII(domain), domainToASCII(sender)];
  return above.includes('.') && (below === above || below.endsWith(`.${above}`));
}

function readKey(domain: string, selector: string, file: string): DkimKey | string {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    return `“${selector}”: the file ${file || '(none)'} cannot be read (${(error as NodeJS.ErrnoException).code})`;
  }
  try {
    return dkimKeyOf(domain, selector, pem);
  } catch (error) {
    return `“${selector}”: ${file} ${(error as Error).message}`;
  }
}
