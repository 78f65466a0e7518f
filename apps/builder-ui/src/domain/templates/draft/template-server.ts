import type { QueryClient } from '@tanstack/react-query';
import { blankDocument } from '@cueline/email/blocks';
import { ApiError, call, ifMatch } from '../../../api-client/api.js';
import { getTemplate, updateTemplate } from '../../../api-client/generated/sdk.gen.js';
import { keys } from '../../../api-client/keys.js';
import { connection } from '../../../session/connection.js';
import { session } from '../../../session/session.js';
import type { BlockDraft, TemplateDraft } from './template-draft.js';
import type { Answer, Stored, TemplateServer } from './template-store.js';

const QUIET_MS = 600;
const AGAIN_AFTER_MS = 2_000;

export const loadTemplate = (id: string) => call(getTemplate({ path: { id } }));
export type Template = Awaited<ReturnType<typeof loadTemplate>>;

export const storedOf = (template: Template): Stored => ({
  draft: draftOf(template),
  revision: template.revision,
});

function draftOf({ name, blocks, subject, preheader, html, text, attachments }: Template): TemplateDraft {
  if (!blocks) return { kind: 'source', name, subject, preheader, html, text, attachments };
  return {
    kind: 'blocks',
    name,
    subject: blocks.subject,
    preheader: blocks.preheader,
    blocks: blocks.blocks,
    attachments,
  };
}

export const documentOf = ({ subject, preheader, blocks }: Omit<BlockDraft, 'attachments'>) => ({
  ...blankDocument(),
  subject,
  preheader,
  blocks,
});

type Body = Parameters<typeof updateTemplate>[0]['body'];

/** What a draft says to the API: its document, else its source. */
export const contentOf = (draft: TemplateDraft) => {
  const { attachments } = draft;
  if (draft.kind === 'blocks') return { blocks: documentOf(draft), attachments };
  const { subject, preheader, html, text } = draft;
  return { blocks: null, subject, preheader, html, text, attachments };
};

/** A template over the API. */
export const templateServer = (id: string, queries: QueryClient): TemplateServer => ({
  save: (draft, changed, revision) =>
    answer(async () => {
      const onlyName = changed.every((part) => part === 'name');
      const body = { name: draft.name, ...(!onlyName && contentOf(draft)) };
      const saved = await call(
        updateTemplate({ path: { id }, headers: ifMatch(revision), body: asJson<Body>(body) }),
      );
      queries.setQueryData(keys.templates.one(id), saved);
      void queries.invalidateQueries({ queryKey: keys.templates.all });
      return saved;
    }),
  load: () => answer(() => loadTemplate(id)),
  pause: (seconds = 0) => connection.back(Math.max(seconds * 1_000, AGAIN_AFTER_MS)),
  signedIn: () => session.restored(),
  quiet: () => new Promise((resolve) => setTimeout(resolve, QUIET_MS)),
});

/** Readonly here, as the generated client types it there. */
export const asJson = <T>(value: object): T => JSON.parse(JSON.stringify(value)) as T;

async function answer(request: () => Promise<Template>): Promise<Answer> {
  try {
    return { type: 'saved', stored: storedOf(await request()) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { code, status } = error.problem;
    if (code === 'revision.conflict') return { type: 'conflict' };
    if (status === 401) return { type: 'signedOut' };
    if (status === 429 || code === 'server.busy')
      return { type: 'busy', seconds: error.retryAfterSeconds ?? 10 };
    if (status >= 500 || status === 408) return { type: 'unreachable' };
    return { type: 'refused', message: error.message };
  }
}
