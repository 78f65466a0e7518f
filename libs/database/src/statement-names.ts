/** The empty name is the protocol's for a statement that is parsed for one use (PostgreSQL, message flow: extended query). */
export const UNNAMED = '';

export interface StatementNaming {
  /** The time it comes from which a text has a name. */
  readonly from?: number;
  /** Names, of all texts. */
  readonly atMost?: number;
  /** Texts without a name that are counted; the one that has not come for longest is forgotten first. */
  readonly remembered?: number;
}

/**
 * Names for statements that come again: PostgreSQL parses and plans a named one once for each connection, and an unnamed one each time. A connection keeps
 * what it has prepared, so texts that vary (a list of as many places as there are values) go without.
 */
export function statementNames({ from = 5, atMost = 400, remembered = 1_000 }: StatementNaming = {}) {
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  return ({ sql }: { readonly sql: string }): string => {
    const name = names.get(sql);
    if (name !== undefined) return name;
    if (names.size >= atMost) return UNNAMED;
    const times = (seen.get(sql) ?? 0) + 1;
    seen.delete(sql);
    if (times >= from) {
      const given = `often-${names.size}`;
      names.set(sql, given);
      return given;
    }
    if (seen.size >= remembered) seen.delete(seen.keys().next().value!);
    seen.set(sql, times);
    return UNNAMED;
  };
}
