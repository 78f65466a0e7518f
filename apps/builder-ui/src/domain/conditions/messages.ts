import { catalogue } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    value: 'Value',
    enterAfterEach: 'Enter after each',
    days: ' days',
  },
  de: {
    value: 'Wert',
    enterAfterEach: 'Nach jedem Enter drücken',
    days: ' Tagen',
  },
});
