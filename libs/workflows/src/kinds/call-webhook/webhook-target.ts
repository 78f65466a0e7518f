import { z } from 'zod';
import { isAddress, isListed, isPublicAddress, parseHostList, type HostList } from '@cueline/egress';

/** Servers that the operator trusts with webhooks. */
export type WebhookAllow = HostList;

export type WebhookTarget =
  | {
      readonly ok: true;
      /** Without a fragment, as it is called. */
      readonly url: string;
      /** "hooks.example.com", "hooks.example.com:8443"; an IPv6 address in brackets. */
      readonly host: string;
      /** It stands in the operator's list, so that its address needs no looking at. */
      readonly trusted: boolean;
    }
  | {
      readonly ok: false;
      readonly code: WebhookTargetCode;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** Why an address is not called. */
export type WebhookTargetCode =
  | 'webhook.noAddress'
  | 'webhook.badAddress'
  | 'webhook.credentials'
  | 'webhook.notEncrypted'
  | 'webhook.port'
  | 'webhook.inside';

/** The operator's list, as a variable of the environment has it. */
export const webhookAllowSchema = z
  .string()
  .default('')
  .transform((text, context): WebhookAllow => {
    const allow = parseHostList(text);
    if (allow) return allow;
    context.addIssue('must list hosts, each perhaps with its port, parted by commas: hooks.inside.test:8080');
    return z.NEVER;
  });

/**
 * Where a webhook goes, by all that its address alone says; whom a name leads to is looked at when it is called.
 * @param allow undefined where the operator's list is not at hand: what it could allow is then let pass
 */
export function webhookTargetOf(address: string, allow: WebhookAllow | undefined): WebhookTarget {
  const no = (code: WebhookTargetCode, params = {}): WebhookTarget => ({ ok: false, code, params });
  if (address.trim() === '') return no('webhook.noAddress');
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return no('webhook.badAddress');
  if (url.username || url.password) return no('webhook.credentials');
  url.hash = '';
  const { hostname, host, protocol } = url;
  const tls = protocol === 'https:';
  const port = Number(url.port) || (tls ? 443 : 80);
  const target = { ok: true, url: url.href, host } as const;
  if (!allow) return { ...target, trusted: false };
  if (isListed(allow, hostname, port)) return { ...target, trusted: true };
  if (!tls) return no('webhook.notEncrypted', { host });
  // Below 1024 lie the services of others, such as mail: TLS alone does not make them receivers of webhooks.
  if (port < 1_024 && port !== 443) return no('webhook.port', { host, port });
  const bare = hostname.replace(/^\[|\]$/g, '');
  const inside = isAddress(bare) ? !isPublicAddress(bare) : /(^|\.)localhost\.?$/.test(bare);
  return inside ? no('webhook.inside', { host: hostname }) : { ...target, trusted: false };
}
