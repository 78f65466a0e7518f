import type { MailTransport } from '../mail-transport.js';
import type { DkimKey } from './dkim-key.js';
import { signDkim } from './sign.js';

/** The same way out, and what leaves is signed. Without a key it is as it was. */
export function signingTransport(transport: MailTransport, keys: readonly DkimKey[]): MailTransport {
  if (keys.length === 0) return transport;
  return {
    deliver: async (delivery) =>
      transport.deliver({ ...delivery, message: await signDkim(delivery.message, keys) }),
    ...(transport.check && { check: () => transport.check!() }),
    close: () => transport.close(),
  };
}
