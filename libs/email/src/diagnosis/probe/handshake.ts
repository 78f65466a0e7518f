import { isIP, type Socket } from 'node:net';
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import { fault, StageError, type Certificate, type Seen } from './stage.js';

export interface Secured {
  readonly socket: TLSSocket;
  readonly seen: Seen;
}

/**
 * Encrypts a connection and judges the certificate itself, so that a bad one can be described. Nothing is written over a connection whose certificate
 * does not hold.
 * @param authorities further certificates (PEM) to trust beside the runtime's
 */
export function handshake(
  socket: Socket,
  host: string,
  limitMs: number,
  authorities: readonly string[] = [],
): Promise<Secured> {
  return new Promise((resolve, reject) => {
    const servername = isIP(host) ? '' : host;
    const secured = connect({
      ...{ socket, servername, host, minVersion: 'TLSv1.2', rejectUnauthorized: false },
      ...(authorities.length > 0 && { ca: [...authorities] }),
    });
    const timer = setTimeout(
      () => secured.destroy(fault('SILENT', 'The server does not answer the TLS handshake.')),
      limitMs,
    );
    const fail = (error: Error) => {
      clearTimeout(timer);
      socket.destroy();
      reject(error instanceof StageError ? error : new StageError(codeOf(error), error.message));
    };
    const closed = () => fail(fault('CLOSED', 'The server closed the connection during the TLS handshake.'));
    secured.once('error', fail).once('close', closed);
    secured.once('secureConnect', () => {
      clearTimeout(timer);
      secured.off('error', fail).off('close', closed);
      const certificate = certificateOf(secured.getPeerCertificate());
      if (!secured.authorized) {
        secured.on('error', () => undefined).destroy();
        const code = String(secured.authorizationError);
        return reject(new StageError(code, code, undefined, { certificate }));
      }
      const { names, issuer, validTo } = certificate;
      const seen = { protocol: secured.getProtocol() ?? '', name: names[0] ?? '', issuer, validTo };
      resolve({ socket: secured, seen });
    });
  });
}

const codeOf = (error: NodeJS.ErrnoException): string => error.code ?? 'CLOSED';

function certificateOf(raw: PeerCertificate): Certificate {
  const names = (raw.subjectaltname ?? '')
    .split(', ')
    .flatMap((entry) => /^(?:DNS|IP Address):(.+)$/.exec(entry)?.slice(1) ?? []);
  const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? '';
  return {
    names: names.length > 0 ? names : [first(raw.subject?.CN)].filter(Boolean),
    issuer: first(raw.issuer?.O) || first(raw.issuer?.CN),
    validFrom: isoOf(raw.valid_from),
    validTo: isoOf(raw.valid_to),
  };
}

function isoOf(date: string | undefined): string {
  const read = new Date(date ?? '');
  return Number.isNaN(read.getTime()) ? '' : read.toISOString();
}
