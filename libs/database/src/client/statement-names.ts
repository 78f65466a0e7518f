/** The empty name is the protocol's for a statement that is parsed for one use (PostgreSQL, message flow: extended query). */
export const UNNAMED = '';

/** PostgreSQL cuts longer names off (`NAMEDATALEN`). */
const MAX_LENGTH = 63;

export interface StatementNaming {
  /** The time it comes from which a text has a name. */
  readonly from?: number;
  /** Names, of all texts that were not claimed. */
  readonly atMost?: number;
  /** Texts without a name that are counted; the one that has not come for longest is forgotten first. */
  readonly remembered?: number;
}

/**
 * The names under which statements are prepared: PostgreSQL parses and plans a named one once for each connection, and an unnamed one each time. Statements
 * written by hand claim theirs; of Prisma's, a text that comes again gets one. A connection keeps what it has prepared, so texts that vary (a list of as many
 * places as there are values) go without.
 */
export class StatementNames {
  readonly #texts = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #seen = new Map<string, number>();
  readonly #from: number;
  readonly #atMost: number;
  readonly #remembered: number;
  #given = 0;

  constructor({ from = 5, atMost = 400, remembered = 1_000 }: StatementNaming = {}) {
    this.#from = from;
    this.#atMost = atMost;
    this.#remembered = remembered;
  }

  /** @throws Error when another text has the name */
  claim(name: string, text: string): void {
    if (name === UNNAMED || name.length > MAX_LENGTH)
      throw new Error(`A statement’s name has 1 to ${MAX_LENGTH} characters: ${name}`);
    const other = this.#texts.get(name);
    if (other !== undefined && other !== text) throw new Error(`Two statements have the name ${name}.`);
    this.#texts.set(name, text);
    this.#names.set(text, name);
  }

  of(sql: string): string {
    const name = this.#names.get(sql);
    if (name !== undefined) return name;
    if (this.#given >= this.#atMost) return UNNAMED;
    const times = (this.#seen.get(sql) ?? 0) + 1;
    this.#seen.delete(sql);
    if (times >= this.#from) {
      const given = `often-${this.#given++}`;
      this.#names.set(sql, given);
      return given;
    }
    if (this.#seen.size >= this.#remembered) this.#seen.delete(this.#seen.keys().next().value!);
    this.#seen.set(sql, times);
    return UNNAMED;
  }
}

/** Those of this process. */
export const statementNames = new StatementNames();
