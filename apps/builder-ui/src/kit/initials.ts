const grounds = ['client', 'time', 'logic', 'studio'] as const;

/** "LK" of "Lena Kowal"; "?" where nobody is named. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/u).filter(Boolean);
  const first = (part: string | undefined) => (part === undefined ? '' : ([...part][0] ?? ''));
  const letters = parts.length > 1 ? first(parts[0]) + first(parts.at(-1)) : first(parts[0]);
  return letters.toLocaleUpperCase() || '?';
}

/** The same person always has the same ground. */
export function groundOf(name: string): (typeof grounds)[number] {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9_973;
  return grounds[hash % grounds.length]!;
}
