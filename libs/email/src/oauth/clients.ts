/** Whose OAuth 2 sign-in opens a mail account. */
export type MailProvider = 'google' | 'microsoft';

/** The product as a provider knows it: the operator has registered it there. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly scopes: readonly string[];
  /** Beside what RFC 6749 asks for. */
  readonly more: Readonly<Record<string, string>>;
  readonly server: { readonly host: string; readonly port: number; readonly security: 'tls' | 'starttls' };
}
export type OAuthClients = Partial<Readonly<Record<MailProvider, OAuthClient>>>;

const presets = {
  google: {
    authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    scopes: ['openid', 'email', 'https://mail.google.com/'],
    // Google gives a refresh token to whoever asks for consent, and not to whoever has it already.
    more: { access_type: 'offline', prompt: 'consent' },
    server: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
  },
  microsoft: {
    authorizeUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    scopes: ['openid', 'email', 'offline_access', 'https://outlook.office.com/SMTP.Send'],
    more: { prompt: 'select_account' },
    server: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
  },
} as const satisfies Record<MailProvider, Omit<OAuthClient, 'clientId' | 'clientSecret'>>;

type Variable = 'CLIENT_ID' | 'CLIENT_SECRET' | 'AUTHORIZE_URL' | 'TOKEN_URL';
/** `GOOGLE_CLIENT_ID`, `MICROSOFT_TOKEN_URL`, ... */
export type OAuthEnvironment = {
  readonly [Name in `${Uppercase<MailProvider>}_${Variable}`]?: string | undefined;
};

/** The providers that the operator has registered the product with. */
export function oauthClientsOf(env: OAuthEnvironment): OAuthClients {
  const clientOf = (provider: MailProvider, prefix: Uppercase<MailProvider>): OAuthClient | undefined => {
    const [clientId, clientSecret] = [env[`${prefix}_CLIENT_ID`], env[`${prefix}_CLIENT_SECRET`]];
    if (!clientId || !clientSecret) return undefined;
    const preset = presets[provider];
    return {
      ...preset,
      clientId,
      clientSecret,
      authorizeUrl: env[`${prefix}_AUTHORIZE_URL`] ?? preset.authorizeUrl,
      tokenUrl: env[`${prefix}_TOKEN_URL`] ?? preset.tokenUrl,
    };
  };
  const google = clientOf('google', 'GOOGLE');
  const microsoft = clientOf('microsoft', 'MICROSOFT');
  return { ...(google && { google }), ...(microsoft && { microsoft }) };
}
