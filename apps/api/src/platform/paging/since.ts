/** Since when something is so: from now if it becomes so, as before if it was or if nothing is said, null if it is not. */
export function since(before: Date | null, is: boolean | undefined): Date | null {
  if (is === undefined) return before;
  return is ? (before ?? new Date()) : null;
}
