import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys } from '../api-client/keys.js';

/** Loads what is shown of runs again whenever the server says that one has changed. */
export function useRunChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const source = new EventSource('/api/v1/runs/stream');
    source.addEventListener('changed', () => void queries.invalidateQueries({ queryKey: keys.runs.all }));
    return () => source.close();
  }, [queries]);
}
