export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room between what is shown and the edge, in pixels. */
const MARGIN = 32;

/** How far a pane has to pan so that a box lies within it; one that is larger than the pane shows its beginning. */
export function shiftIntoView(box: Box, pane: Box): { readonly x: number; readonly y: number } {
  return {
    x: along(box.left, box.right, pane.left, pane.right),
    y: along(box.top, box.bottom, pane.top, pane.bottom),
  };
}

function along(start: number, end: number, from: number, to: number): number {
  const margin = Math.min(MARGIN, Math.max(0, (to - from - (end - start)) / 2));
  if (start < from + margin) return from + margin - start;
  return end > to - margin ? Math.max(to - margin - end, from + margin - start) : 0;
}
