const RADIUS = 10;
/** Where a line goes across, above the box it leads to. */
const ACROSS = 12;

/** An SVG path from the foot of one box to the head of another. */
export function lineBetween(x1: number, y1: number, x2: number, y2: number): string {
  const dx = x2 - x1;
  if (Math.abs(dx) < 1) return `M${x1},${y1} V${y2}`;
  const y = y2 - ACROSS;
  const side = Math.sign(dx);
  const r = Math.min(RADIUS, Math.abs(dx) / 2, y - y1, ACROSS);
  return [
    `M${x1},${y1} V${y - r}`,
    `Q${x1},${y} ${x1 + side * r},${y}`,
    `H${x2 - side * r}`,
    `Q${x2},${y} ${x2},${y + r}`,
    `V${y2}`,
  ].join(' ');
}
