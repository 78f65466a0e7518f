/** A date column as it is written: `2027-06-12`. */
export const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

/** What a date column takes; undefined stays undefined: nothing is said about it. */
export const dateOf = <T extends string | null | undefined>(day: T) =>
  (typeof day === 'string' ? new Date(day) : day) as T extends string ? Date : Exclude<T, string>;
