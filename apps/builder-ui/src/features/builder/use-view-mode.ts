import { useLocalStorage, useMediaQuery } from '@mantine/hooks';

export type ViewMode = 'canvas' | 'outline';

/** Canvas or outline, remembered; on a phone the outline, until the owner chooses. */
export function useViewMode(): [ViewMode, (mode: ViewMode) => void] {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [chosen, choose] = useLocalStorage<ViewMode | null>({
    key: 'cueline.builder-view',
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  return [chosen ?? (narrow ? 'outline' : 'canvas'), choose];
}
