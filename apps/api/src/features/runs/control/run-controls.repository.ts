import { Injectable } from '@nestjs/common';
import type { runControls } from '@cueline/contracts';
import type { Prisma } from '@cueline/database';
import {
  isPutOff,
  type ControlChange,
  type ControlDecision,
  type ControlledRun,
  type StepKind,
  type StepVisit,
} from '@cueline/workflows';
import type { Actor } from '../../../platform/auth/caller.js';
import { StudioDatabase, type Transaction } from '../../../platform/database/studio-database.js';
import { definitionIn } from '../../workflows/workflow-views.service.js';

/** Who asks what, in words of their own. */
export interface Asking {
  readonly by: Actor;
  readonly action: string;
  readonly note: string;
}

type Decide = (run: ControlledRun) => ControlDecision;
type Changed = StepVisit & { readonly runId: string };

const json = (value: object) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
const open = ['held', 'queued', 'sending', 'in_doubt'] as const;

@Injectable()
export class RunControlsRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** The open runs that a filter finds, the earliest first. */
  async find(studioId: string, filter: runControls.RunFilter, limit: number): Promise<string[]> {
    const rows = await this.database.of(studioId).run.findMany({
      where: { ...filter, endedAt: null },
      select: { id: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /**
   * Decides on each run while it is held, so that what is asked at the same moment is decided one after the other, and writes in that transaction
   * what was asked, by whom, and the word that the run is to be told.
   * @returns the decisions by the runs' ids; a run that the studio does not have has none
   */
  async ask(
    studioId: string,
    ids: readonly string[],
    asking: Asking,
    decide: Decide,
  ): Promise<ReadonlyMap<string, ControlDecision>> {
    const decisions = await this.database.of(studioId).$transaction(async (tx) => {
      const runs = await held(tx, studioId, ids);
      const decided = new Map(runs.map((run) => [run.id, decide(run)]));
      const changes = [...decided].flatMap(([runId, decision]) =>
        decision.type === 'asked' ? [{ runId, ...decision.change }] : [],
      );
      await write(tx, studioId, changes, asking);
      return decided;
    });
    this.database.runsNotifier.notify();
    return decisions;
  }
}

async function held(tx: Transaction, studioId: string, ids: readonly string[]): Promise<ControlledRun[]> {
  // In one order, and before anything else of the run, as its activities write it.
  await tx.$queryRawUnsafe(
    'SELECT 1 FROM runs WHERE studio_id = $1::uuid AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE',
    studioId,
    ids,
  );
  const rows = await tx.run.findMany({
    where: { id: { in: [...ids] } },
    include: {
      version: { select: { definition: true } },
      steps: {
        select: { stepId: true, visit: true, kind: true, status: true, overrideAt: true, reason: true },
      },
      sends: {
        where: { state: { in: [...open] } },
        select: { stepId: true, visit: true, state: true },
      },
      webhooks: { where: { state: 'waiting' }, select: { stepId: true, visit: true } },
      controls: { select: { action: true, params: true } },
    },
  });
  return rows.map(({ version, steps, sends, webhooks, ...row }) => ({
    ...row,
    steps: steps.map(({ kind, reason, ...step }) => ({
      ...step,
      kind: kind as StepKind,
      isPutOff: isPutOff(reason),
      awaitsApproval: (reason as { code?: string } | null)?.code === 'mail.held',
    })),
    definition: definitionIn(version.definition),
    openSends: [...sends, ...webhooks.map((webhook) => ({ ...webhook, state: 'queued' }))],
  }));
}

async function write(
  tx: Transaction,
  studioId: string,
  changes: readonly (ControlChange & { readonly runId: string })[],
  { by, action, note }: Asking,
): Promise<void> {
  if (changes.length === 0) return;
  const who = { actorType: by.type, actorId: by.id, actorName: by.name };
  await tx.runControl.createMany({
    data: changes.map(({ runId, params }) => ({
      studioId,
      runId,
      action,
      params: json(params),
      note,
      ...who,
    })),
  });
  const signals = changes.flatMap(({ runId, signal }) =>
    signal ? [{ studioId, runId, kind: signal.kind, payload: json(signal.payload) }] : [],
  );
  await tx.runSignal.createMany({ data: signals });
  for (const pauseReason of new Set(changes.flatMap(({ hold }) => hold ?? []))) {
    const ids = changes.filter(({ hold }) => hold === pauseReason).map(({ runId }) => runId);
    await hold(tx, ids, pauseReason);
  }
  const released = changes.filter(({ release }) => release).map(({ runId }) => runId);
  if (released.length > 0)
    await tx.run.updateMany({
      where: { id: { in: released } },
      data: { pausedAt: null, pauseReason: null },
    });
  for (const { runId, wait } of changes) {
    if (!wait) continue;
    const { stepId, visit, until } = wait;
    await tx.runStep.updateMany({ where: { runId, stepId, visit }, data: { overrideAt: new Date(until) } });
  }
  await moveMails(tx, changes);
}

/** One that begins nothing more is shown as paused at once; what has failed, or has not begun, stays that as well. */
async function hold(tx: Transaction, ids: readonly string[], pauseReason: string): Promise<void> {
  const id = { in: [...ids] };
  await tx.run.updateMany({ where: { id }, data: { pauseReason } });
  await tx.run.updateMany({ where: { id, pausedAt: null }, data: { pausedAt: new Date() } });
  await tx.run.updateMany({
    where: { id, status: { in: ['running', 'waiting'] } },
    data: { status: 'paused' },
  });
}

/** Of mails and webhooks that have not left; a suppressed one is told to its run as every one that is settled. */
async function moveMails(
  tx: Transaction,
  changes: readonly (ControlChange & { readonly runId: string })[],
): Promise<void> {
  const ofStep: Changed[] = [];
  const ofRun: string[] = [];
  for (const { runId, mails } of changes)
    if (mails?.of === 'all') ofRun.push(runId);
    else if (mails) ofStep.push({ runId, ...mails.of });
  const mails = changes.find((change) => change.mails)?.mails;
  if (!mails) return;
  const data =
    mails.become === 'due'
      ? { nextAttemptAt: new Date() }
      : {
          state: 'suppressed' as const,
          reason: { code: mails.reason, params: {} },
          nextAttemptAt: null,
          tellRun: true,
        };
  const OR = [...ofStep, { runId: { in: ofRun } }];
  const released = mails.become === 'due' && { state: 'queued' as const, releasedAt: new Date() };
  await tx.send.updateMany({
    where: { state: { in: ['held', 'queued'] }, OR },
    data: { ...data, ...released },
  });
  await tx.webhookDelivery.updateMany({ where: { state: 'waiting', OR }, data });
}
