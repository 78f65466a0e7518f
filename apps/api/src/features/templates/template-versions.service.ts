import { Injectable } from '@nestjs/common';
import type { templates } from '@cueline/contracts';
import { sourceOfBlocks } from '@cueline/email';
import { notFound } from '../../platform/problems/problem-error.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { attachmentsOf, contentOf } from './content-columns.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';

/** What a template said, and where it is used. */
@Injectable()
export class TemplateVersionsService {
  constructor(
    private readonly repository: TemplatesRepository,
    private readonly templates: TemplatesService,
    private readonly brands: BrandsRepository,
  ) {}

  async list(studioId: string, id: string): Promise<templates.TemplateVersionList> {
    await this.#known(studioId, id);
    const rows = await this.repository.versions(studioId, id);
    return { items: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
  }

  async get(studioId: string, id: string, number: number): Promise<templates.TemplateVersionView> {
    const row = await this.repository.version(studioId, id, number);
    if (!row) throw notFound('version');
    const { createdAt, createdBy } = row;
    const said = { content: contentOf(row), attachments: attachmentsOf(row) };
    return { number, createdAt: createdAt.toISOString(), createdBy, ...said };
  }

  /** The template says again what it said: as a new version, so that nothing is lost. */
  async restore(
    studioId: string,
    id: string,
    { number, revision, by, liveRuns }: RestoredVersion,
  ): Promise<templates.TemplateView> {
    const { content, attachments } = await this.get(studioId, id, number);
    const { blocks, ...source } = content;
    const patch = { ...(blocks ? { blocks } : { ...source, blocks: null }), attachments, liveRuns };
    return this.templates.update(studioId, id, revision, { by, patch });
  }

  /** Another template that says the same, for one that live runs use as it is. */
  async copy(studioId: string, id: string, { name, by }: { readonly name: string; readonly by: string }) {
    const row = await this.#known(studioId, id);
    const { blocks, ...source } = contentOf(row);
    const attachments = attachmentsOf(row);
    return this.templates.create(studioId, { name, ...(blocks ? { blocks } : source), attachments }, by);
  }

  async usedIn(studioId: string, id: string): Promise<templates.TemplateUse> {
    await this.#known(studioId, id);
    const workflows = await this.repository.users(studioId, id);
    return { workflows, liveRuns: workflows.reduce((sum, { liveRuns }) => sum + liveRuns, 0) };
  }

  /** A template of blocks as source, as the studio's own brand colors it. Changes nothing. */
  async source(studioId: string, id: string): Promise<templates.TemplateSourceView> {
    const content = contentOf(await this.#known(studioId, id));
    const [brand] = await this.brands.list(studioId);
    if (!content.blocks) {
      const { subject, preheader, html, text } = content;
      return { subject, preheader, html, text };
    }
    if (!brand) throw notFound('brand');
    const { subject, preheader = '', html, text = null } = sourceOfBlocks(content.blocks, brand);
    return { subject, preheader, html, text };
  }

  async #known(studioId: string, id: string) {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('template');
    return row;
  }
}

interface RestoredVersion {
  readonly number: number;
  readonly revision: number;
  readonly by: string;
  readonly liveRuns: templates.TemplatePatch['liveRuns'];
}
