import type { EventType } from '@cueline/workflows';
import type { TemplateStore, TemplateView } from '../draft/template-store.js';
import type { PreviewChoice } from '../preview/preview-controls.js';
import type { usePreview } from '../preview/use-preview.js';
import type { Tab } from './editor-head.js';

/** What both ways of writing a template have. */
export interface EditingProps<Draft> {
  readonly id: string;
  readonly store: TemplateStore;
  readonly view: TemplateView;
  readonly draft: Draft;
  readonly event: EventType;
  readonly onEvent: (event: EventType) => void;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly preview: ReturnType<typeof usePreview>;
  readonly choice: PreviewChoice;
  readonly onChoice: (values: Partial<PreviewChoice>) => void;
}
