import { useReducedMotion } from '@mantine/hooks';
import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect } from 'react';

const MARGIN = 16;
const GLIDE_MS = 200;

/** Brings the chosen card into view when it is chosen, and when a panel takes room from the canvas. */
export function KeepInView({ id }: { readonly id: string | undefined }) {
  const still = useReducedMotion();
  const { getInternalNode, getViewport, setCenter } = useReactFlow();
  const width = useStore((store) => store.width);
  const height = useStore((store) => store.height);
  useEffect(() => {
    const node = id === undefined ? undefined : getInternalNode(id);
    if (!node || width === 0) return;
    const { x, y, zoom } = getViewport();
    const { x: nodeX, y: nodeY } = node.internals.positionAbsolute;
    const [w, h] = [node.width ?? 0, node.height ?? 0];
    const left = nodeX * zoom + x;
    const top = nodeY * zoom + y;
    const visible =
      left >= MARGIN &&
      top >= MARGIN &&
      left + w * zoom <= width - MARGIN &&
      top + h * zoom <= height - MARGIN;
    const duration = still ? 0 : GLIDE_MS;
    if (!visible) void setCenter(nodeX + w / 2, nodeY + h / 2, { zoom, duration });
  }, [id, width, height, still, getInternalNode, getViewport, setCenter]);
  return null;
}
