import { useEffect, useRef } from 'react';
import type { LeftOut } from './pasting/clean-html.js';
import { useSurface } from './surface-context.js';

/**
 * What an editor calls: its plugins are made once, whoever listens may change.
 * @param onOpenChip where the settings of a chip are, if not where those of the email are
 */
export function useHandlers(onOpenChip?: () => void) {
  const surface = useSurface();
  const current = useRef({ ...surface, ...(onOpenChip && { onOpenChip }) });
  const keys = useRef<(event: KeyboardEvent) => boolean>(() => false);
  useEffect(() => {
    current.current = { ...surface, ...(onOpenChip && { onOpenChip }) };
  });
  const handlers = useRef({
    onMenuKey: (event: KeyboardEvent) => keys.current(event),
    onOpenChip: () => current.current.onOpenChip(),
    onLeftOut: (leftOut: LeftOut) => current.current.onLeftOut(leftOut),
    onImageFile: (blockId: string, file: File) => current.current.onImageFile(blockId, file),
  });
  return { handlers: handlers.current, keys };
}
