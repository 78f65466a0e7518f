import type { Slot } from '@cueline/workflows';
import { createContext, useContext } from 'react';

/** What changes without the drawing changing: kept apart, so that choosing a card draws no box anew. */
export interface CanvasState {
  readonly selected: string | undefined;
  /** A step's status in a run. */
  readonly state?: (stepId: string) => string | undefined;
  readonly onSelect: (stepId: string) => void;
  /** Absent: nothing can be added. */
  readonly onAdd?: (slot: Slot) => void;
  readonly onMove?: (stepId: string, direction: 'up' | 'down') => void;
}

export const CanvasContext = createContext<CanvasState>({ selected: undefined, onSelect: () => undefined });
export const useCanvas = (): CanvasState => useContext(CanvasContext);
