import { Injectable } from '@nestjs/common';
import { runControls, type runs } from '@cueline/contracts';
import {
  decideControl,
  inEach,
  numberIn,
  type ControlDecision,
  type ControlRequest,
} from '@cueline/workflows';
import type { Caller } from '../../../platform/auth/caller.js';
import { replyLanguage } from '../../../platform/language/reply-language.js';
import { invalid } from '../../../platform/problems/problem-error.js';
import { RunsService } from '../runs.service.js';
import { refusalMessage, refusalOf, type RefusalCode } from './control-messages.js';
import { RunControlsRepository } from './run-controls.repository.js';

/** How many runs one transaction locks. */
const BATCH = 100;
/** Less than this ago counts as now, as everywhere. */
const NOW_MS = 60_000;
const FURTHEST_YEARS = 5;
const isPast = {
  en: 'This is past. Give now or later.',
  de: 'Das ist vorbei. Gib jetzt oder später an.',
};
const tooFar = {
  en: `Give an instant within ${FURTHEST_YEARS} years.`,
  de: `Gib einen Zeitpunkt in den nächsten ${FURTHEST_YEARS} Jahren an.`,
};
const tooMany = {
  en: (most: string) =>
    `More than ${most} open runs fit. At most so many are taken at a time: narrow the filter.`,
  de: (most: string) =>
    `Mehr als ${most} offene Durchläufe passen. Mehr gehen nicht auf einmal: Grenze den Filter ein.`,
};

@Injectable()
export class RunControlsService {
  constructor(
    private readonly repository: RunControlsRepository,
    private readonly runs: RunsService,
  ) {}

  /** @returns the run as it is now; the signal reaches it a moment later */
  async request(caller: Caller, id: string, request: ControlRequest, note = ''): Promise<runs.RunDetail> {
    const decision = (await this.#decide(caller, [id], request, note)).get(id);
    const code = refusalIn(decision);
    if (code) throw refusalOf(code);
    return this.runs.get(caller.studioId, id);
  }

  async requestMany(
    caller: Caller,
    { runIds, filter, note = '', ...request }: runControls.BulkControl,
  ): Promise<runControls.BulkAnswer> {
    const { MOST_RUNS } = runControls;
    const ids = runIds ?? (await this.repository.find(caller.studioId, filter!, MOST_RUNS + 1));
    if (ids.length > MOST_RUNS)
      throw invalid([
        {
          pointer: '/filter',
          detail: inEach((language) => tooMany[language](numberIn(language, MOST_RUNS))),
        },
      ]);
    const decisions = await this.#decide(caller, ids, request, note);
    const answers = [...new Set(ids)].map((runId) => {
      const code = refusalIn(decisions.get(runId));
      return { runId, done: !code, code, reason: code && refusalMessage(code)[replyLanguage()] };
    });
    const refused = answers.filter(({ done }) => !done).length;
    return { done: answers.length - refused, refused, runs: answers };
  }

  async #decide({ studioId, by }: Caller, ids: readonly string[], request: ControlRequest, note: string) {
    if (request.at !== undefined) checkInstant(request.at);
    const { action } = request;
    const decisions = new Map<string, ControlDecision>();
    for (let i = 0; i < ids.length; i += BATCH) {
      const batch = ids.slice(i, i + BATCH);
      const decided = await this.repository.request(studioId, batch, { by, action, note }, (run) =>
        decideControl(run, request),
      );
      for (const [id, decision] of decided) decisions.set(id, decision);
    }
    return decisions;
  }
}

function refusalIn(decision: ControlDecision | undefined): RefusalCode | null {
  if (!decision) return 'resource.notFound';
  return decision.type === 'refused' ? decision.code : null;
}

function checkInstant(at: string): void {
  const furthest = new Date();
  furthest.setUTCFullYear(furthest.getUTCFullYear() + FURTHEST_YEARS);
  const when = Date.parse(at);
  if (when < Date.now() - NOW_MS) throw invalid([{ pointer: '/at', detail: isPast }]);
  if (when > furthest.getTime()) throw invalid([{ pointer: '/at', detail: tooFar }]);
}
