import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { recordEvents, onPrisma, type NewEvent } from '@cueline/database';
import type { Definition } from '@cueline/workflows';
import { StudioDatabase, type Transaction } from '../../../platform/database/studio-database.js';
import { asJson, notifyDispatchers } from './workflows.repository.js';

const REQUESTS_AT_ONCE = 500;
/** Thousands of requests may commit with a version. */
const PUBLISH_MS = 60_000;

export interface NewVersion {
  readonly definition: Definition;
  readonly note: string;
  readonly publishedById: string | null;
  /** Ask for runs of records that were there before. */
  readonly requests: readonly NewEvent[];
}

@Injectable()
export class VersionsRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string, workflowId: string) {
    return this.database
      .of(studioId)
      .workflowVersion.findMany({ where: { workflowId }, orderBy: { number: 'desc' } });
  }

  byId(studioId: string, id: string) {
    return this.database.of(studioId).workflowVersion.findUnique({ where: { id } });
  }

  find(studioId: string, workflowId: string, number: number) {
    return this.database.of(studioId).workflowVersion.findFirst({ where: { workflowId, number } });
  }

  /**
   * Makes the draft of this revision a version, and tells the dispatchers. The requests for runs commit with it.
   * A draft that says what is live makes no version; what it asks for runs of is asked for by the live one.
   * @returns undefined when the draft was changed meanwhile
   */
  async publish(
    studioId: string,
    id: string,
    revision: number,
    { definition, note, publishedById, requests }: NewVersion,
  ) {
    const published = await this.database.of(studioId).$transaction(
      async (tx) => {
        const [locked] = await tx.workflow.updateManyAndReturn({
          where: { id, draftRevision: revision, state: { not: 'archived' } },
          data: { updatedAt: new Date() },
        });
        if (!locked) return undefined;
        const live =
          locked.publishedVersionId &&
          (await tx.workflowVersion.findUnique({ where: { id: locked.publishedVersionId } }));
        if (live && isDeepStrictEqual(live.definition, asJson(definition)))
          return { row: locked, enrolled: await enrol(tx, studioId, requests), unchanged: live.number };
        const last = await tx.workflowVersion.findFirst({
          where: { workflowId: id },
          orderBy: { number: 'desc' },
          select: { number: true },
        });
        const number = (last?.number ?? 0) + 1;
        const version = await tx.workflowVersion.create({
          data: { studioId, workflowId: id, number, definition: asJson(definition), note, publishedById },
        });
        // What its owner has paused goes on when the owner says so.
        const state = locked.state === 'paused' ? 'paused' : 'published';
        const row = await tx.workflow.update({
          where: { id },
          data: { publishedVersionId: version.id, state },
        });
        await notifyDispatchers(tx, studioId);
        return { row, enrolled: await enrol(tx, studioId, requests), unchanged: null };
      },
      { timeout: PUBLISH_MS },
    );
    if (published && published.enrolled > 0) this.database.notifier.notify();
    return published;
  }

  /** How many runs each version of the workflow has, all and those that have not ended. */
  async runCounts(studioId: string, workflowId: string) {
    const db = this.database.of(studioId);
    const [live, total] = await Promise.all([
      db.run.groupBy({ by: ['versionId'], where: { workflowId, endedAt: null }, _count: true }),
      db.run.groupBy({ by: ['versionId'], where: { workflowId }, _count: true }),
    ]);
    const byVersion = (rows: typeof live) => new Map(rows.map((row) => [row.versionId, row._count]));
    return { live: byVersion(live), total: byVersion(total) };
  }

  /** Where the runs are that have not ended, by version and step. */
  async openRunsByStep(studioId: string, workflowId: string) {
    const db = this.database.of(studioId);
    const groups = await db.run.groupBy({
      by: ['versionId', 'currentStepId'],
      where: { workflowId, endedAt: null },
      _count: true,
    });
    const versions = await db.workflowVersion.findMany({
      where: { id: { in: [...new Set(groups.map(({ versionId }) => versionId))] } },
      select: { id: true, number: true, definition: true },
    });
    const byId = new Map(versions.map((version) => [version.id, version]));
    return groups.map(({ versionId, currentStepId, _count }) => {
      const { number, definition } = byId.get(versionId)!;
      return { version: number, definition, stepId: currentStepId, runs: _count };
    });
  }

  /** People belong to no studio, and who has left one has published there all the same. */
  async names(userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const users = await this.database.database.prisma.user.findMany({
      where: { id: { in: [...userIds] } },
      select: { id: true, name: true },
    });
    return new Map(users.map(({ id, name }) => [id, name]));
  }
}

/** @returns how many runs were asked for that had not been before */
async function enrol(tx: Transaction, studioId: string, requests: readonly NewEvent[]): Promise<number> {
  let enrolled = 0;
  for (let i = 0; i < requests.length; i += REQUESTS_AT_ONCE) {
    const some = requests.slice(i, i + REQUESTS_AT_ONCE);
    const recorded = await recordEvents(onPrisma(tx), studioId, some);
    enrolled += recorded.filter(({ duplicate }) => !duplicate).length;
  }
  return enrolled;
}
