import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';

export interface ReceiverTls {
  readonly cert: Buffer;
  readonly key: Buffer;
}

interface Environment {
  readonly MAIL_RECEIVER_CERTIFICATE?: string | undefined;
  readonly MAIL_RECEIVER_KEY?: string | undefined;
}

/** What the receiver offers STARTTLS with; or what keeps it from being used. No message repeats what a file holds. */
export function readReceiverTls({ MAIL_RECEIVER_CERTIFICATE, MAIL_RECEIVER_KEY }: Environment): {
  readonly tls?: ReceiverTls;
  readonly problem?: { readonly path: string[]; readonly message: string };
} {
  if (!MAIL_RECEIVER_CERTIFICATE && !MAIL_RECEIVER_KEY) return {};
  if (!MAIL_RECEIVER_CERTIFICATE || !MAIL_RECEIVER_KEY) {
    const path = [MAIL_RECEIVER_KEY ? 'MAIL_RECEIVER_CERTIFICATE' : 'MAIL_RECEIVER_KEY'];
    return {
      problem: { path, message: 'has to name a file as well: a certificate and its key go together' },
    };
  }
  try {
    const tls = { cert: readFileSync(MAIL_RECEIVER_CERTIFICATE), key: readFileSync(MAIL_RECEIVER_KEY) };
    createSecureContext(tls);
    return { tls };
  } catch (error) {
    const { code = 'not PEM' } = error as NodeJS.ErrnoException;
    const message = `cannot be used with MAIL_RECEIVER_KEY (${code}): both are PEM files that the worker may read, of one key`;
    return { problem: { path: ['MAIL_RECEIVER_CERTIFICATE'], message } };
  }
}
