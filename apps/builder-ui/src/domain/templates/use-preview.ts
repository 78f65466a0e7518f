import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { EventType } from '@cueline/workflows';
import { call } from '../../api-client/api.js';
import { previewTemplate } from '../../api-client/generated/sdk.gen.js';
import type { TemplateDraft } from './template-draft.js';
import { keys } from '../../api-client/keys.js';

const TYPING_PAUSE_MS = 300;

const load = (body: Parameters<typeof previewTemplate>[0]['body']) => call(previewTemplate({ body }));
export type Preview = Awaited<ReturnType<typeof load>>;

/** The draft checked and filled in by the server, a moment after the last keystroke. */
export function usePreview(draft: TemplateDraft, event: EventType, clientId: string | null) {
  const { subject, preheader, html, text } = draft;
  const [body] = useDebouncedValue(
    { subject, preheader, html, text, event, ...(clientId && { clientId }) },
    TYPING_PAUSE_MS,
  );
  return useQuery({
    queryKey: keys.templates.preview(body),
    queryFn: () => load(body),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}
