import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { unsaved } from '../../../session/unsaved.js';
import { storedOf, templateServer, type Template } from './template-server.js';
import { TemplateStore } from './template-store.js';

/** The templates of this page: what is not saved yet outlives a walk to another page. */
const stores = new Map<string, TemplateStore>();
unsaved.add(() => [...stores.values()].some((store) => !store.isSaved));

/** A template being written. */
export function useTemplate(template: Template) {
  const queries = useQueryClient();
  const [store] = useState(() => {
    const open = stores.get(template.id);
    if (open && !open.isSaved) return open;
    const made = new TemplateStore(storedOf(template), templateServer(template.id, queries), () =>
      performance.now(),
    );
    stores.set(template.id, made);
    return made;
  });
  useEffect(() => store.receive(storedOf(template)), [store, template]);
  return { store, view: useSyncExternalStore(store.subscribe, store.view) };
}
