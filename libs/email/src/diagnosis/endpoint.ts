/** How a connection is encrypted: from its first byte (RFC 8314 3.3), after STARTTLS (RFC 3207), or not at all. */
export const securities = ['tls', 'starttls', 'none'] as const;
export type Security = (typeof securities)[number];

export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
}

export const onTls = (host: string, port = 465): Endpoint => ({ host, port, security: 'tls' });
export const onStartTls = (host: string, port = 587): Endpoint => ({ host, port, security: 'starttls' });

export const endpointKey = ({ host, port, security }: Endpoint): string =>
  `${host.toLowerCase()}:${port}:${security}`;

/** What a submission port usually speaks (RFC 6409, RFC 8314 7.3). */
export function usualSecurity(port: number): Security | undefined {
  if (port === 465) return 'tls';
  return port === 587 || port === 25 || port === 2525 ? 'starttls' : undefined;
}
