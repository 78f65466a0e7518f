import { session } from '../../../session/session.js';
import type { KeptDraft } from './draft-state.js';
import type { KeptEdits } from './edits-record.js';
import { keptRecords } from './kept-records.js';
import { isOpen, ownWindow } from './open-windows.js';

function ownerOf(workflowId: string): string | undefined {
  const state = session.view();
  return state.type === 'unknown'
    ? undefined
    : [state.person.userId, state.person.studioId, workflowId].join('/');
}

/** Keeps what a window has and the server has not; undefined: nothing. */
export function keepEdits(
  workflow: { readonly id: string; readonly name: string },
  kept: KeptDraft | undefined,
): void {
  const owner = ownerOf(workflow.id);
  if (!owner) return;
  const key = `${owner}/${ownWindow}`;
  if (!kept) return keptRecords.remove(key);
  keptRecords.put({
    key,
    owner,
    window: ownWindow,
    name: workflow.name,
    at: new Date().toISOString(),
    kept,
  });
}

/** What windows that are closed by now have left for this workflow, the oldest first. */
export async function editsLeft(workflowId: string): Promise<readonly KeptEdits[]> {
  const owner = ownerOf(workflowId);
  if (!owner) return [];
  const all = await keptRecords.of(owner);
  const open = await Promise.all(all.map(({ window }) => isOpen(window)));
  return all.filter((_, i) => !open[i]).sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Takes edits out of the browser: of two windows that want them one gets them. @returns whether it is this one */
export const claimEdits = ({ key }: KeptEdits): Promise<boolean> => keptRecords.claim(key);
