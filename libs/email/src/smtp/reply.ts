/** More of a server's words than this says nothing more. */
const MOST = 500;

/** What a mail server said, taken apart. */
export interface Reply {
  /** 250, 550, ...; undefined where the server said nothing. */
  readonly code: number | undefined;
  /** RFC 3463: `5.7.1`; empty where the reply has none. */
  readonly enhanced: string;
  /** Its words on one line, without codes. */
  readonly text: string;
}

const codes = /^(\d{3})[ -]?(?:#?(\d\.\d{1,3}\.\d{1,3})(?![.\d]))?[ :]*/;
/** An enhanced code that does not follow the reply code, as qmail and Exchange write it. */
const elsewhere = /(?<![.\d])([245]\.\d{1,3}\.\d{1,3})(?![.\d])/;

/** @param response as it came: several lines, control characters and all */
export function replyOf(response: string, code: number | undefined): Reply {
  let enhanced = '';
  const lines = response.split(/[\r\n]+/).map((line) => {
    const found = codes.exec(line);
    if (!found) return line;
    enhanced ||= found[2] ?? '';
    return line.slice(found[0].length);
  });
  const text = onOneLine(lines.join(' '));
  return { code, enhanced: enhanced || (elsewhere.exec(text)?.[1] ?? ''), text };
}

/**
 * A server's words as they may be stored and shown: on one line, without control characters (PostgreSQL takes no NUL), well-formed, and never cut within a
 * character.
 */
export function cleanReply(response: string): string {
  const clean = onOneLine(response);
  return clean.length <= MOST
    ? clean
    : `${clean
        .slice(0, MOST - 1)
        .replace(/\p{Cs}/gu, '\ufffd')
        .replace(/\ufffd$/, '')}…`;
}

const onOneLine = (text: string): string =>
  text
    .slice(0, 20 * MOST)
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\s]+/gu, ' ')
    .trim();
