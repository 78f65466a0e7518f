import type { Reason } from '@cueline/workflows';
import {
  approvedMail,
  markTemplateVersionUsed,
  templateVersionContent,
  templateVersionHeads,
  versionOfRun,
  type Attachment,
  type MailTexts,
  type Queryable,
  type TemplateVersionHead,
} from '@cueline/database';
import { compileContent, mistakeOf, type CompiledTemplate } from '@cueline/email';
import { blockDocumentSchema } from '@cueline/email/blocks';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';

export type LoadedTemplate =
  | {
      readonly ok: true;
      readonly template: CompiledTemplate;
      /** Null for content of the mail's own. */
      readonly versionId: string | null;
      readonly attachments: readonly Attachment[];
    }
  | { readonly ok: false; readonly reason: Reason<'template.missing' | 'template.broken'> };

interface ApprovedStep {
  readonly stepId: string;
  readonly visit: number;
  /** What the mails of its template carry: an approval changes the text alone. */
  readonly attachments: readonly Attachment[];
}

const CACHED = 500;
const missing: LoadedTemplate = { ok: false, reason: { code: 'template.missing', params: {} } };

/** Templates as they were when runs began, compiled once for each version. */
export class TemplateRepository {
  /** By template and the revision of the studio's templates. */
  readonly #heads = new Map<string, readonly TemplateVersionHead[]>();
  readonly #compiled = new Map<string, LoadedTemplate>();
  readonly #used = new Set<string>();

  constructor(private readonly on: Queryable) {}

  async load(
    studioId: string,
    templateId: string,
    { runCreatedAt, templateRevision }: Pick<RunContext, 'runCreatedAt' | 'templateRevision'>,
  ): Promise<LoadedTemplate> {
    const key = `${templateId}:${templateRevision}`;
    const heads = this.#heads.get(key) ?? (await this.#readHeads(studioId, templateId, key));
    const version = versionOfRun(heads, runCreatedAt);
    if (!version) return missing;
    const known = this.#compiled.get(version.id);
    if (known) return known;
    const content = await templateVersionContent.first(this.on, { studioId, id: version.id });
    // It was written over since the facts were read: it was never used, so nothing is lost with it.
    if (!content) {
      this.#heads.delete(key);
      return this.load(studioId, templateId, { runCreatedAt, templateRevision });
    }
    const loaded = compile(content, version.id, content.attachments);
    keep(this.#compiled, version.id, loaded);
    return loaded;
  }

  /** From now on nothing is written over this version: a mail says what it says. */
  async markUsed(studioId: string, versionId: string): Promise<void> {
    if (this.#used.has(versionId)) return;
    await markTemplateVersionUsed.first(this.on, { studioId, id: versionId });
    if (this.#used.size >= CACHED) this.#used.clear();
    this.#used.add(versionId);
  }

  async #readHeads(
    studioId: string,
    templateId: string,
    key: string,
  ): Promise<readonly TemplateVersionHead[]> {
    const heads = await templateVersionHeads.rows(this.on, { studioId, templateId });
    keep(this.#heads, key, heads);
    return heads;
  }

  /** The content that whoever approved a mail gave it instead of its template's; undefined where they left that. */
  async approved(
    { runId }: RunContext,
    studioId: string,
    { stepId, visit, attachments }: ApprovedStep,
  ): Promise<LoadedTemplate | undefined> {
    const approved = await approvedMail.first(this.on, { studioId, runId, stepId, visit });
    return approved && compile(approved.mail, null, attachments);
  }
}

function keep<T>(cache: Map<string, T>, key: string, value: T): void {
  // The oldest goes: Maps keep the order in which keys came.
  if (cache.size >= CACHED) cache.delete(cache.keys().next().value!);
  cache.set(key, value);
}

function compile(
  { blocks, ...source }: MailTexts,
  versionId: string | null,
  attachments: readonly Attachment[],
): LoadedTemplate {
  const document = blocks ? blockDocumentSchema.parse(blocks) : null;
  const compiled = compileContent({ ...source, blocks: document });
  return compiled.ok
    ? { ok: true, template: compiled.template, versionId, attachments }
    : { ok: false, reason: { code: 'template.broken', params: { mistake: mistakeOf(compiled.problems) } } };
}
