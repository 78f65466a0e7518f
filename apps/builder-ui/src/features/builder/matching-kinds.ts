import type { StepKind } from '@cueline/workflows';
import { kindHint, kindLabel } from '../../domain/labels/labels.js';

/** Kinds by what an owner types: those whose name begins so first, then those that say it anywhere. */
export function matching(allowed: readonly StepKind[], search: string): readonly StepKind[] {
  const wanted = search.trim().toLowerCase();
  const rank = (kind: StepKind): number => {
    const label = kindLabel(kind).toLowerCase();
    if (label.startsWith(wanted)) return 0;
    if (label.includes(wanted)) return 1;
    return kindHint(kind).toLowerCase().includes(wanted) ? 2 : 3;
  };
  return allowed
    .map((kind) => ({ kind, rank: rank(kind) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ kind }) => kind);
}
