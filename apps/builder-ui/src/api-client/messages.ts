import { catalogue } from '../messages/catalogue.js';

export const m = catalogue({
  en: {
    unreachable: 'Cueline can’t be reached. Your text is kept; try again in a moment.',
    signedOut: 'You’ve been signed out. Your text is kept; sign in and try again.',
  },
  de: {
    unreachable: 'Cueline ist nicht erreichbar. Dein Text bleibt erhalten; versuche es gleich noch einmal.',
    signedOut: 'Du wurdest abgemeldet. Dein Text bleibt erhalten; melde dich an und versuche es noch einmal.',
  },
});
