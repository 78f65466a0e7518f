import { Injectable } from '@nestjs/common';
import type { projects } from '@cueline/contracts';
import { statusTransition } from '@cueline/workflows';
import { dateOf, dayOf } from '../../platform/validation/calendar-day.js';
import { pageOf } from '../../platform/paging/cursor.js';
import { decided } from '../../platform/database/decided.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { ProjectsRepository } from './projects.repository.js';

type Row = NonNullable<Awaited<ReturnType<ProjectsRepository['find']>>>;

@Injectable()
export class ProjectsService {
  constructor(
    private readonly repository: ProjectsRepository,
    private readonly brands: BrandsRepository,
  ) {}

  async list(studioId: string, query: projects.ProjectQuery) {
    return pageOf(await this.repository.list(studioId, query), query.limit, view);
  }

  async get(studioId: string, id: string) {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('project');
    return view(row);
  }

  async create(studioId: string, body: projects.NewProject) {
    return view(
      await this.repository.create(studioId, await this.brands.brandId(studioId, body.brandId), body),
    );
  }

  async update(studioId: string, id: string, { dueOn, ...rest }: projects.ProjectPatch) {
    const data = { ...rest, dueOn: dateOf(dueOn) };
    const row = await this.repository.change(studioId, id, ({ stage: from }) => {
      const { stage: to } = rest;
      const next = to === undefined ? undefined : statusTransition.project(from, to);
      return next?.type === 'changed' ? decided(data, next) : { data };
    });
    return view(row);
  }

  /** The same gallery delivered twice has been delivered once. */
  async deliver(studioId: string, id: string, { url }: projects.Gallery) {
    const row = await this.repository.change(studioId, id, ({ galleryUrl }) =>
      galleryUrl === url
        ? undefined
        : { data: { galleryUrl: url }, happened: { type: 'gallery.delivered', data: { url } } },
    );
    return view(row);
  }
}

const view = (row: Row): projects.Project => ({
  id: row.id,
  brandId: row.brandId,
  clientId: row.clientId,
  clientName: [row.client.firstName, row.client.lastName].filter(Boolean).join(' '),
  name: row.name,
  stage: row.stage,
  dueOn: dayOf(row.dueOn),
  galleryUrl: row.galleryUrl,
  createdAt: row.createdAt.toISOString(),
});
