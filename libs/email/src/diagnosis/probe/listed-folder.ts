import type { NamedFolder } from '../../imap/core/folders/role.js';

export type ProbedFolder = NamedFolder;

/** A folder of an answer to LIST; undefined for other lines, and for what cannot be opened. */
export function listedFolder(line: string): ProbedFolder[] | undefined {
  const read = /^LIST \(([^)]*)\) ("(?:[^"\\]|\\.)*"|NIL) (.+)$/i.exec(line);
  if (!read) return undefined;
  const flags = read[1]!.toLowerCase().split(/\s+/);
  if (flags.includes('\\noselect') || flags.includes('\\nonexistent')) return undefined;
  const uses = ['\\sent', '\\drafts', '\\archive', '\\trash', '\\junk', '\\all'];
  const delimiter = read[2]!.toUpperCase() === 'NIL' ? null : unquoted(read[2]!);
  const specialUse = flags.find((flag) => uses.includes(flag)) ?? null;
  return [{ path: decoded(unquoted(read[3]!)), delimiter, specialUse }];
}

const unquoted = (text: string): string =>
  text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;

/** Modified UTF-7 (RFC 3501 5.1.3); what is none stays as it is. */
const decoded = (name: string): string =>
  name.replace(/&([A-Za-z0-9+,]*)-/g, (_all, coded: string) =>
    coded === '' ? '&' : Buffer.from(coded.replaceAll(',', '/'), 'base64').swap16().toString('utf16le'),
  );
