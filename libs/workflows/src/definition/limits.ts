/** A larger definition is refused by name: nobody can read it, and each would have to be carried by every run. */
export const limits = {
  steps: 300,
  /** Paths inside paths. */
  depth: 10,
  paths: 20,
  exitRules: 20,
  /** Serialised size of a definition in characters. */
  characters: 400_000,
} as const;
