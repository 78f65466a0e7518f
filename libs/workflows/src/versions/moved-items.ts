/**
 * Of two orders of the same items, the fewest that have to be taken out and put back to turn the one into the other: what stands outside
 * the longest run that both have in common.
 */
export function movedItems<T>(before: readonly T[], after: readonly T[]): Set<T> {
  const placeOf = new Map(after.map((item, place) => [item, place]));
  const links: { readonly item: T; readonly place: number; readonly back?: number }[] = [];
  // ends[n]: of the chains of n + 1 items in rising order, the link that ends lowest.
  const ends: number[] = [];
  for (const item of before) {
    const place = placeOf.get(item);
    if (place === undefined) continue;
    let n = 0;
    while (n < ends.length && links[ends[n]!]!.place < place) n++;
    links.push({ item, place, back: n > 0 ? ends[n - 1] : undefined });
    ends[n] = links.length - 1;
  }
  const out = new Set(before.filter((item) => placeOf.has(item)));
  for (let at = ends.at(-1); at !== undefined; at = links[at]!.back) out.delete(links[at]!.item);
  return out;
}
