import type { mailServer } from '@cueline/contracts';
import {
  OAuthRefused,
  ProviderAway,
  SignInExpired,
  type OAuthClient,
  type OAuthClients,
} from '@cueline/email/oauth';
import { invalid, ProblemError, type Said } from '../../platform/problems/problem-error.js';

export const refused = (pointer: string, detail: Said) => invalid([{ pointer, detail }]);

/** @throws where the operator has not registered the product with this provider */
export function clientOf(clients: OAuthClients, provider: mailServer.MailProvider): OAuthClient {
  const client = clients[provider];
  if (client) return client;
  throw refused('/provider', {
    en: 'The operator has not registered Cueline with this provider. Use an app password, or ask the operator.',
    de: 'Der Betreiber hat Cueline bei diesem Anbieter nicht angemeldet. Nimm ein App-Passwort oder frag den Betreiber.',
  });
}

/** What the provider's answer means for whoever called us. */
export async function fromProvider<T>(exchange: () => Promise<T>): Promise<T> {
  try {
    return await exchange();
  } catch (error) {
    if (error instanceof SignInExpired)
      throw refused('/code', {
        en: 'The provider does not take this code any more. Begin the sign-in again.',
        de: 'Der Anbieter nimmt diesen Code nicht mehr an. Beginne die Anmeldung neu.',
      });
    if (error instanceof OAuthRefused)
      throw refused('/provider', {
        en: `The provider refused the sign-in: ${error.message}`,
        de: `Der Anbieter hat die Anmeldung abgelehnt: ${error.message}`,
      });
    if (error instanceof ProviderAway)
      throw new ProblemError('server.unavailable', {
        en: 'The provider of the sign-in does not answer. Try again in a moment.',
        de: 'Der Anbieter der Anmeldung antwortet nicht. Versuche es gleich noch einmal.',
      });
    throw error;
  }
}
