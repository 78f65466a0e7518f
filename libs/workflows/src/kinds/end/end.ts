import { z } from 'zod';
import type { Kind } from '../kind.js';

export const end: Kind<'end', never> = {
  kind: 'end',
  label: { en: 'End', de: 'Ende' },
  hint: {
    en: 'The run ends here',
    de: 'Der Durchlauf endet hier',
  },
  family: 'end',
  icon: 'flag',
  config: { reason: z.string().max(200).optional() },
  outcomes: false,
  defaults: (id) => ({ id, kind: 'end' }),
  summary: ({ reason }, _words, language) => {
    if (language === 'de') return reason ? `Ende: ${reason}` : 'Den Durchlauf beenden';
    return reason ? `End: ${reason}` : 'End the run';
  },
  problemMessages: {},
  problems: () => [],
};
