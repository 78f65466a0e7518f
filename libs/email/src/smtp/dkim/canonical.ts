// RFC 6376 3.4: messages as latin1 text, one character for each octet, so that nothing is decoded on the way.

/** Every line ends with CRLF: SMTP knows no other end, and a server that repairs one breaks a signature (RFC 5321 2.3.8). */
export const withLineEnds = (message: string): string => message.replace(/\r\n|\r|\n/g, '\r\n');

export interface HeaderField {
  /** In lower case. */
  readonly name: string;
  /** As it is written, folded lines and all. */
  readonly line: string;
}

/** The header fields of a message in their order, and its body. */
export function partsOf(message: string): { readonly fields: readonly HeaderField[]; readonly body: string } {
  const end = message.indexOf('\r\n\r\n');
  const head = end < 0 ? message : message.slice(0, end);
  const fields = head
    .split(/\r\n(?![ \t])/)
    .filter((line) => line.includes(':'))
    .map((line) => ({ name: line.slice(0, line.indexOf(':')).trim().toLowerCase(), line }));
  return { fields, body: end < 0 ? '' : message.slice(end + 4) };
}

/** RFC 6376 3.4.2, without the line's end. */
export function relaxedField({ name, line }: HeaderField): string {
  const value = line
    .slice(line.indexOf(':') + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ');
  return `${name}:${value.replace(/^ | $/g, '')}`;
}

/** RFC 6376 3.4.4. Blanks are collapsed first, so that a line of nothing else costs no more than its length. */
export function relaxedBody(body: string): string {
  const lines = body.replace(/[ \t]+/g, ' ').split('\r\n');
  let last = lines.length;
  while (last > 0 && isBlank(lines[last - 1]!)) last--;
  return lines
    .slice(0, last)
    .map((line) => `${line.endsWith(' ') ? line.slice(0, -1) : line}\r\n`)
    .join('');
}

const isBlank = (line: string): boolean => line === '' || line === ' ';
