export interface ShownAddress {
  /** Scheme, host and path. */
  readonly text: string;
  /** Something was left out: a query, credentials, or a piece of the path that may be a secret. */
  readonly hides: boolean;
}

const LONGEST = 200;
const LONGEST_SEGMENT = 48;

/** An address as a person may read it in a run: whoever reads runs must not learn a key from it. */
export function shownAddress({ protocol, host, pathname, search, username, password }: URL): ShownAddress {
  const segments = pathname.split('/');
  const shown = segments.map(shownSegment);
  const path = shown.join('/');
  const text = [...`${protocol}//${host}${path}`];
  const isLong = text.length > LONGEST;
  return {
    text: isLong ? `${text.slice(0, LONGEST).join('')}…` : text.join(''),
    hides: isLong || Boolean(search || username || password) || shown.some((one, i) => one !== segments[i]),
  };
}

/** Path parameters (`;jsessionid=…`) go; what looks like a key keeps its first four characters. */
function shownSegment(segment: string): string {
  const [bare = ''] = segment.split(/;|%3b/i);
  return isSecret(decoded(bare)) ? `${bare.slice(0, 4)}…` : bare;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Long and no words: a UUID, digits with letters, hexadecimal, a token with dots. A slug such as `wedding-photos-2027` is words. */
function isSecret(segment: string): boolean {
  if (segment.length > LONGEST_SEGMENT) return true;
  if (segment.length < 12) return false;
  if (/^bot\d+:/i.test(segment)) return true;
  return segment.split(/[-_.]/).some((part) => {
    if (/^(?:\p{Ll}+|\p{Lu}\p{Ll}+|\p{Lu}+|\d{1,4}|v\d+)$/u.test(part)) return part.length > 20;
    return part.length >= 8 && /\d/.test(part) ? true : part.length >= 16;
  });
}
