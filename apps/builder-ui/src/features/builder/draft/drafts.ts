import { notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import { keeping } from '../../../session/keeping.js';
import { session } from '../../../session/session.js';
import { unsaved } from '../../../session/unsaved.js';
import { announceSaved, onSavedElsewhere } from './draft-channel.js';
import { DraftStore } from './draft-store.js';
import { keepEdits } from './kept-edits.js';
import { workflowServer, type Workflow } from './workflow-server.js';
import { keys } from '../../../api-client/keys.js';

/** The drafts of this page: one of each workflow, for as long as the page is open, whatever is shown. */
class Drafts {
  readonly #stores = new Map<string, DraftStore<Workflow>>();

  constructor() {
    unsaved.add(
      () => [...this.#stores.values()].some((store) => store.view().saving !== 'saved'),
      () => keeping.view(),
    );
    session.subscribe(() => {
      if (session.view().type !== 'in') return;
      for (const store of this.#stores.values()) store.put({ type: 'signedIn' });
    });
  }

  /** The draft of a workflow, where it was opened before. */
  opened(id: string): DraftStore<Workflow> | undefined {
    return this.#stores.get(id);
  }

  of(workflow: Workflow, queries: QueryClient): DraftStore<Workflow> {
    const { id } = workflow;
    const old = this.#stores.get(id);
    if (old) return old;
    const server = workflowServer(id, queries, ({ revision }) => announceSaved(id, revision));
    const store = new DraftStore<Workflow>(workflow, server, {
      notify: ({ title, message }) => {
        // One at a time: the newest takes the other's place.
        notifications.hide(`draft-${id}`);
        notifications.show({ id: `draft-${id}`, color: 'yellow', title, message });
      },
      keep: (kept) => keepEdits({ id, name: store.view().server.name }, kept),
    });
    this.#stores.set(id, store);
    onSavedElsewhere(id, (revision) => {
      if (revision > store.view().server.revision)
        void queries.invalidateQueries({ queryKey: keys.workflows.one(id) });
    });
    return store;
  }
}

export const drafts = new Drafts();
