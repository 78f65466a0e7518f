import { useEffect } from 'react';

/** The window’s title: "Mara Lindqvist · Clients · Cueline". */
export function usePageTitle(...names: readonly string[]): void {
  const title = [...names.filter(Boolean), 'Cueline'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
