/** What an invitation, or the answer to one, is about (RFC 5546). */
export interface CalendarPart {
  /** `REQUEST`, `REPLY`, `CANCEL`; empty where there is none. */
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly summary: string;
  /** Of a reply: what each attendee says, `ACCEPTED`, `DECLINED`, `TENTATIVE`. */
  readonly answers: readonly { readonly address: string; readonly answer: string }[];
}

const MOST = 256_000;
const MOST_ANSWERS = 50;

/** The first event of a calendar; recurrences are not expanded. @param type the parameter `method` of the part's type */
export function readCalendar(text: string, type: string | undefined): CalendarPart {
  const lines = text
    .slice(0, MOST)
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/);
  const first = (name: string): string => {
    const line = lines.find((one) => new RegExp(`^${name}[;:]`, 'i').test(one));
    return line === undefined ? '' : unescaped(valueOf(line));
  };
  const answers = lines
    .filter((line) => /^ATTENDEE[;:]/i.test(line))
    .slice(0, MOST_ANSWERS)
    .map((line) => ({
      address: valueOf(line).replace(/^mailto:/i, ''),
      answer: /;PARTSTAT="?([A-Za-z-]{1,20})/i.exec(line)?.[1]?.toUpperCase() ?? '',
    }))
    .filter(({ answer }) => answer !== '' && answer !== 'NEEDS-ACTION');
  return {
    method: (first('METHOD') || (type ?? ''))
      .toUpperCase()
      .replace(/[^A-Z-]/g, '')
      .slice(0, 20),
    uid: first('UID').slice(0, 500),
    sequence: Math.min(Number(/^\d{1,9}/.exec(first('SEQUENCE'))?.[0] ?? 0), 999_999_999),
    summary: first('SUMMARY').slice(0, 500),
    answers,
  };
}

/** After the first colon that no quotes hold (RFC 5545 3.1). */
const valueOf = (line: string): string => /^(?:[^":]|"[^"]*")*:(.*)$/s.exec(line)?.[1]?.trim() ?? '';
const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, char: string) => (/n/i.test(char) ? ' ' : char));
