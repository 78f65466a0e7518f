import { useReducedMotion } from '@mantine/hooks';
import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect } from 'react';
import { shiftIntoView } from './shift-into-view.js';

const GLIDE_MS = 120;

/**
 * Brings what the keyboard focuses into view (WCAG 2.4.7, 2.4.11). The canvas pans instead of scrolling: React Flow takes the browser's own
 * scrolling back.
 */
export function FocusInView() {
  const still = useReducedMotion();
  const { getViewport, setViewport } = useReactFlow();
  const pane = useStore((store) => store.domNode);
  useEffect(() => {
    if (!pane) return undefined;
    const focused = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || !target.matches('.react-flow__node :focus-visible')) return;
      pane.scrollTo(0, 0);
      const shift = shiftIntoView(target.getBoundingClientRect(), pane.getBoundingClientRect());
      if (shift.x === 0 && shift.y === 0) return;
      const { x, y, zoom } = getViewport();
      const options = { duration: still ? 0 : GLIDE_MS };
      void setViewport({ x: x + shift.x, y: y + shift.y, zoom }, options);
    };
    pane.addEventListener('focusin', focused);
    return () => pane.removeEventListener('focusin', focused);
  }, [pane, still, getViewport, setViewport]);
  return null;
}
