import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { EventType } from '@cueline/workflows';
import { call } from '../../../api-client/api.js';
import { previewTemplate } from '../../../api-client/generated/sdk.gen.js';
import { keys } from '../../../api-client/keys.js';
import { asJson, contentOf } from '../draft/template-server.js';
import type { TemplateDraft } from '../draft/template-draft.js';

const TYPING_PAUSE_MS = 300;

type Body = Parameters<typeof previewTemplate>[0]['body'];
const load = (body: Body) => call(previewTemplate({ body }));
export type Preview = Awaited<ReturnType<typeof load>>;

/** The draft checked and filled in by the server, a moment after the last keystroke. */
export function usePreview(draft: TemplateDraft, event: EventType, clientId: string | null) {
  const [settled] = useDebouncedValue(draft, TYPING_PAUSE_MS);
  const body = { ...contentOf(settled), event, ...(clientId && { clientId }) };
  return useQuery({
    queryKey: keys.templates.preview(body),
    queryFn: () => load(asJson<Body>(body)),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}
