import { applyOperation, type Operation } from '@cueline/workflows';
import { shown } from './commit.js';
import type {
  DraftEffect,
  DraftState,
  KeptDraft,
  PendingEdit,
  ServerDraft,
  Transition,
} from './draft-state.js';
import { withOverwritten } from './overwritten.js';
import { rebase } from './rebase.js';
import { sendNext } from './sending.js';
import { m } from '../messages.js';

export function received<Draft extends ServerDraft>(
  state: DraftState<Draft>,
  draft: Draft,
): Transition<Draft> {
  const { transit, server } = state;
  if (draft.revision < server.revision || transit.type === 'sending' || transit.type === 'loading')
    return { state, effects: [] };
  return draft.revision === server.revision
    ? { state: shown({ ...state, server: draft }), effects: [] }
    : onto(state, draft);
}

/** Puts this window's edits on top of a newer draft. */
export function onto<Draft extends ServerDraft>(state: DraftState<Draft>, draft: Draft): Transition<Draft> {
  const from = state.server.definition;
  const edits = [...state.pending, ...state.conflicts].map(({ operation }) => operation);
  const { operations, conflicts, lost, renames } = rebase(
    from,
    draft.definition,
    edits,
    state.inDoubt ? state.sent : 0,
  );
  const history = state.history.renamed(renames);
  const rest = withPending(
    { ...state, server: draft, history, sent: 0, inDoubt: false, conflicts },
    operations,
  );
  const noticed = withOverwritten(
    {
      ...rest,
      lost: [...state.lost.filter(({ step }) => !lost.some((one) => one.step.id === step.id)), ...lost],
    },
    state.definition,
    new Set(renames.steps.keys()),
  );
  const effects: DraftEffect[] = renames.steps.size > 0 ? [{ type: 'renamed', steps: renames.steps }] : [];
  if (state.pending.length > 0 && conflicts.length === 0 && lost.length === 0 && operations.length > 0)
    effects.push({
      type: 'notify',
      notice: { title: m.alsoChanged, message: m.bothKept },
    });
  const next = sendNext(noticed);
  return { state: next.state, effects: [...effects, ...next.effects] };
}

/** Takes up the edits of an earlier visit. */
export function restored<Draft extends ServerDraft>(
  state: DraftState<Draft>,
  kept: KeptDraft,
): Transition<Draft> {
  const { revision, definition } = kept;
  const then = withPending({ ...state, server: { ...state.server, revision, definition } }, kept.operations);
  const history = then.pending.reduce((before, { inverse }) => before.after(inverse), state.history);
  const inDoubt = Math.min(kept.inDoubt, then.pending.length);
  const earlier = { ...then, history, sent: inDoubt, inDoubt: inDoubt > 0 };
  return revision === state.server.revision ? sendNext(earlier) : onto(earlier, state.server);
}

/** The state with these edits pending, as far as they fit the server's draft. */
function withPending<Draft extends ServerDraft>(
  state: DraftState<Draft>,
  operations: readonly Operation[],
): DraftState<Draft> {
  const pending: PendingEdit[] = [];
  let { definition } = state.server;
  for (const operation of operations) {
    const applied = applyOperation(definition, operation);
    if (!applied.ok) continue;
    pending.push({ operation, inverse: applied.inverse });
    definition = applied.definition;
  }
  return shown({ ...state, pending });
}
