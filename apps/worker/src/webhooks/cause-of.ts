/** Why nobody answered. */
export type Cause =
  'timeout' | 'unknownName' | 'refused' | 'unreachable' | 'certificate' | 'closed' | 'noHttp';

const byCode: readonly (readonly [RegExp, Cause])[] = [
  [/^(ENOTFOUND|EAI_\w+)$/, 'unknownName'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^(ETIMEDOUT|ERR_SOCKET_CONNECTION_TIMEOUT|ABORT_ERR)$/, 'timeout'],
  [/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM)$/, 'unreachable'],
  [/^(HPE_\w+)$/, 'noHttp'],
  // OpenSSL's own names of what is wrong with a certificate, and of a handshake that failed.
  [
    /^(EPROTO|ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|HOSTNAME_MISMATCH)$/,
    'certificate',
  ],
];

/** What an error of Node's network code means. */
export function causeOf(error: unknown): Cause {
  const { code = '', name } = error as { code?: string; name?: string };
  if (name === 'AbortError' || name === 'TimeoutError') return 'timeout';
  return byCode.find(([pattern]) => pattern.test(code))?.[1] ?? 'closed';
}
