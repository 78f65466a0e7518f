const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** How often what is done, in milliseconds. */
export const timing = {
  /** All folders are listed with their status. */
  list: 2 * MINUTE,
  /** A connection that only listens is renewed: entries of idle connections in routers die after minutes. */
  idle: 45 * SECOND,
  /** While old mail is imported, new mail is looked for. */
  inboxDuringImport: 15 * SECOND,
  /** All flags of a folder without MODSEQ. */
  allFlags: 10 * MINUTE,
  /** All UIDs of a folder, though nothing seems to be missing. */
  compare: 24 * 60 * MINUTE,
  /** A round without changes is noted. */
  proof: MINUTE,
  firstRetry: 2 * SECOND,
  longestRetry: 15 * MINUTE,
  /** A connection that lived so long ends a row of failures. */
  survival: 5 * MINUTE,
  /** Some providers call it a wrong password when they throttle. */
  secondSignIn: 5 * MINUTE,
  /** What a person has to repair may be repaired where we don't see it: at the provider, or in a certificate. */
  repairLook: 60 * MINUTE,
  /** A provider that files sent mail itself may need a moment: so it is looked for again and again. */
  sentCopyLooks: [SECOND, SECOND, 2 * SECOND, 56 * SECOND],
  /** After ours was put there, a copy of a slow provider may still come. */
  secondSentCopy: 5 * MINUTE,
  refusedFolder: MINUTE,
  /** A folder that the connection broke on again and again. */
  suspectFolder: 15 * MINUTE,
  /** A mail may reach the server a little before the account is connected, by clocks that differ. */
  clockDifference: 10 * MINUTE,
} as const;

/** Flags that are read in each round of a folder without MODSEQ. */
export const NEWEST_FLAGS = 500;
/** Mails whose data, and whose contents, are asked for at once. */
export const SURVEY_PART = 500;
export const CONTENT_PART = 50;
export const CONTENT_BYTES = 8 * 1024 * 1024;
/** Parts after which others get their turn. */
export const PARTS_IN_TURN = 4;

/** Below it a command is tried as if it were due. */
const SHORTEST_REST = 100;

/** How long to listen: not past the moment at which the folders are listed again, or a command is tried again. */
export function listensFor(listedAt: number | null, commandsDueAt: number | null, now: number): number {
  const list = (listedAt ?? now) + timing.list - now;
  const commands = commandsDueAt === null ? timing.idle : commandsDueAt - now;
  return Math.min(timing.idle, Math.max(SECOND, list), Math.max(SHORTEST_REST, commands));
}

/** What is wanted of the server and read at once, and carried out at once. */
export const COMMANDS_READ = 500;
export const COMMANDS_PART = 200;
