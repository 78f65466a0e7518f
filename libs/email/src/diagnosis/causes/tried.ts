import type { SmtpProbe } from '../probe/probe-smtp.js';
import type { MailProtocol } from '../probe/stage.js';
import type { Provider } from '../providers/provider.js';

/** What was tested, and at whose servers. */
export interface Tried {
  /** What was spoken; SMTP where nothing is said. */
  readonly protocol?: MailProtocol;
  readonly probe: Pick<SmtpProbe, 'host' | 'port' | 'security' | 'address' | 'credentials'>;
  readonly provider: Provider | undefined;
}
