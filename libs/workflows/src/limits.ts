/** A larger definition is refused by name: nobody can read it, and each would have to be carried by every run. */
export const limits = {
  steps: 300,
  /** Paths inside paths. */
  depth: 10,
  paths: 20,
  exitRules: 20,
  /** Serialised size of a definition in characters. */
  characters: 400_000,
  /** Days that the waits of one way through a definition last together: ten years, so that no run is open for ever by a typing error. */
  runDays: 3_660,
  /** Mails within a day to the same people that need no warning. */
  mailsADay: 3,
  /** Runs that may lead to one another: workflows that start each other, or themselves, end here. */
  chain: 10,
  /** Runs that one event may lead to by workflows that start others, all of them together. */
  chainRuns: 200,
} as const;
