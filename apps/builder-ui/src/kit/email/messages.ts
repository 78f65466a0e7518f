import { catalogue } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    otherImages: 'Images from other addresses are not loaded here. The email shows them.',
  },
  de: {
    otherImages: 'Bilder von anderen Adressen werden hier nicht geladen. Die E-Mail zeigt sie.',
  },
});
