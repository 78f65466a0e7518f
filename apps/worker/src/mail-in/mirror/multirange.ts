import { joined, type UidSet } from '@cueline/email/imap';

/** UIDs as PostgreSQL writes ranges of whole numbers: `{[1,6),[8,9)}`, the upper end left out. */
export const multirangeOf = (uids: UidSet): string =>
  `{${uids.map(([first, last]) => `[${first},${last + 1})`).join(',')}}`;

export const uidsOf = (multirange: string): UidSet =>
  joined(
    [...multirange.matchAll(/\[(\d+),(\d+)\)/g)].map(
      ([, first, end]) => [Number(first), Number(end) - 1] as const,
    ),
  );
