import type { Texts } from '../language/language.js';
import { trimBlanks } from './blanks.js';
import { asciiDomain, readableDomain } from './domain-names.js';

/** RFC 5321 4.5.3.1: 64 octets before the @, 254 in all. */
const LOCAL_OCTETS = 64;
const ADDRESS_OCTETS = 254;

/** RFC 5322 3.2.3 atext, and the letters, marks and digits that RFC 6531 adds. */
const localPart = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.\p{L}\p{M}\p{N}]+$/u;
const foreign = /[^A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.\p{L}\p{M}\p{N}]/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const octets = (text: string) => new TextEncoder().encode(text).length;

export type ReadAddress =
  { readonly ok: true; readonly address: string } | { readonly ok: false; readonly message: Texts };

const no = (message: Texts): ReadAddress => ({ ok: false, message });
const texts = (en: string, de: string): Texts => ({ en, de });

/**
 * An address as it may stand in an envelope, or in one sentence why it may not: the one rule of forms, files, records and the sender. What shows as
 * nothing is taken off its ends, and `mailto:`; the domain is written in lower case, and what stands before the @ is left as it is. Line breaks, angle
 * brackets and lists are refused, since a mail library would read more than one recipient or header out of them.
 */
export function readAddress(input: string): ReadAddress {
  const text = withoutWidth(trimBlanks(input)).replace(/^mailto:\s*/iu, '');
  return text === ''
    ? no(
        texts(
          'Give an email address, such as mara@example.com.',
          'Gib eine E-Mail-Adresse an wie mara@example.com.',
        ),
      )
    : judged(text);
}

/** Two spellings of one mailbox are the same here: case makes no difference, nor how a domain's letters are written. */
export function addressKey(written: string): string {
  const read = readAddress(written);
  if (!read.ok) return trimBlanks(written).toLowerCase();
  const at = read.address.lastIndexOf('@');
  return `${read.address.slice(0, at).toLowerCase()}@${asciiDomain(read.address.slice(at + 1))}`;
}

/** An address for a reader, its domain in its own letters. */
export function readableAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0 ? address : `${address.slice(0, at)}@${readableDomain(address.slice(at + 1))}`;
}

/** Input methods of East Asia write Latin letters, the @ and the dot full width. */
const withoutWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3002\uFF61]/gu, '.');

function judged(text: string): ReadAddress {
  if (/[\r\n\u2028\u2029]/u.test(text))
    return no(
      texts(
        'An address stands on one line. Remove the line break.',
        'Eine Adresse steht in einer Zeile. Entferne den Zeilenumbruch.',
      ),
    );
  const bracketed = /<\s*([^<>\s]+@[^<>\s]+)\s*>/u.exec(text)?.[1];
  if (/[<>]/u.test(text))
    return no(
      texts(
        `Enter only the address, without a name and brackets${bracketed ? `: ${bracketed}` : ''}.`,
        `Gib nur die Adresse ein, ohne Namen und Klammern${bracketed ? `: ${bracketed}` : ''}.`,
      ),
    );
  if (text.startsWith('"'))
    return no(
      texts(
        'Quotation marks before the @ are not supported. Give another address.',
        'Anführungszeichen vor dem @ gehen nicht. Gib eine andere Adresse an.',
      ),
    );
  if (/[,;]/u.test(text))
    return no(
      texts(
        'Enter only one address, without commas or semicolons.',
        'Gib nur eine Adresse ein, ohne Komma oder Semikolon.',
      ),
    );
  if (/[\s\u115F\u1160\u2800\u3164]/u.test(text))
    return no(
      texts(
        'An address holds no blanks. Remove them.',
        'Eine Adresse enthält keine Leerzeichen. Entferne sie.',
      ),
    );
  if (/\p{C}/u.test(text))
    return no(
      texts(
        'The address holds an invisible character. Type it again.',
        'Die Adresse enthält ein unsichtbares Zeichen. Tippe sie noch einmal.',
      ),
    );
  const parts = text.split('@');
  if (parts.length === 1)
    return no(
      texts(
        'The @ is missing. Give an address such as mara@example.com.',
        'Das @ fehlt. Gib eine Adresse an wie mara@example.com.',
      ),
    );
  if (parts.length > 2) return no(texts('An address holds one @ only.', 'Eine Adresse enthält nur ein @.'));
  const [local = '', domain = ''] = parts;
  const message = localProblem(local) ?? domainProblem(domain);
  if (message !== undefined) return no(message);
  const address = `${local.normalize('NFC')}@${domain.normalize('NFC').toLowerCase()}`;
  const onTheWire = `${local}@${asciiDomain(domain)}`;
  return Math.max(octets(address), octets(onTheWire)) > ADDRESS_OCTETS
    ? no(
        texts(
          `An address is at most ${ADDRESS_OCTETS} characters long.`,
          `Eine Adresse ist höchstens ${ADDRESS_OCTETS} Zeichen lang.`,
        ),
      )
    : { ok: true, address };
}

function localProblem(local: string): Texts | undefined {
  if (local === '')
    return texts(
      'Nothing stands before the @. Give an address such as mara@example.com.',
      'Vor dem @ steht nichts. Gib eine Adresse an wie mara@example.com.',
    );
  if (octets(local) > LOCAL_OCTETS)
    return texts(
      `At most ${LOCAL_OCTETS} characters may stand before the @. Mail servers accept no more.`,
      `Vor dem @ stehen höchstens ${LOCAL_OCTETS} Zeichen. Mehr nehmen Mailserver nicht an.`,
    );
  if (!localPart.test(local)) {
    const found = foreign.exec(local)?.[0];
    return texts(`“${found}” cannot stand before the @.`, `„${found}“ kann nicht vor dem @ stehen.`);
  }
  return /^\.|\.$|\.\./u.test(local)
    ? texts(
        'A dot before the @ stands between two other characters only.',
        'Ein Punkt vor dem @ steht nur zwischen zwei anderen Zeichen.',
      )
    : undefined;
}

function domainProblem(domain: string): Texts | undefined {
  if (domain === '')
    return texts(
      'Nothing stands after the @. Give an address such as mara@example.com.',
      'Nach dem @ steht nichts. Gib eine Adresse an wie mara@example.com.',
    );
  if (domain.startsWith('[') || /^\d+(?:\.\d+){3}$/u.test(domain))
    return texts(
      'Give the name of a domain after the @, not a number.',
      'Gib nach dem @ den Namen einer Domain an, keine Nummer.',
    );
  const labels = domain.split('.');
  if (labels.length < 2)
    return texts(
      `“${domain}” has no ending. Give a whole domain, such as example.com.`,
      `„${domain}“ hat keine Endung. Gib eine ganze Domain an wie example.com.`,
    );
  if (domain.endsWith('.')) return texts('Remove the dot at the end.', 'Entferne den Punkt am Ende.');
  const bad = labels.find((one) => !label.test(one));
  if (bad === '')
    return texts(
      'The domain after the @ holds two dots in a row or begins with one.',
      'Die Domain nach dem @ enthält zwei Punkte hintereinander oder beginnt mit einem.',
    );
  const ending = labels.at(-1)!;
  if (bad !== undefined || /^(?:\d+|[a-z])$/iu.test(ending) || asciiDomain(domain) === '')
    return texts(
      `“${domain}” is not the name of a domain. Check what stands after the @.`,
      `„${domain}“ ist kein Name einer Domain. Prüfe, was nach dem @ steht.`,
    );
  return undefined;
}
