import { useEffect } from 'react';

/** What this page has and the server has not: asked before the page goes, and before it loads itself again. */
class Unsaved {
  readonly #sources = new Map<() => boolean, { readonly isKept: () => boolean }>();

  /**
   * @param source says whether something of it is not saved
   * @param isKept says whether it outlives the page: the browser keeps it for the person
   * @returns how to take it back
   */
  add(source: () => boolean, isKept: () => boolean = () => false): () => void {
    this.#sources.set(source, { isKept });
    return () => this.#sources.delete(source);
  }

  any(): boolean {
    return [...this.#sources.keys()].some((source) => source());
  }

  /** Something that is gone with the page. */
  anyNotKept(): boolean {
    return [...this.#sources].some(([source, { isKept }]) => !isKept() && source());
  }
}

export const unsaved = new Unsaved();

/** A form says whether it holds text that is not saved. */
export function useUnsaved(dirty: boolean): void {
  useEffect(() => (dirty ? unsaved.add(() => true) : undefined), [dirty]);
}

let leaving = false;
/** Goes to an address by loading it, without the browser's question: what is not saved is kept, or was given up. */
export function leaveFor(address: string): void {
  leaving = true;
  location.assign(address);
}

/** The browser asks before a page with unsaved changes is closed. @returns how to stop */
export function warnBeforeUnload(): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    if (!leaving && unsaved.any()) event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  return () => window.removeEventListener('beforeunload', warn);
}
