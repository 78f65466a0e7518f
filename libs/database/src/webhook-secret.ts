import { createHmac, hkdfSync } from 'node:crypto';

/**
 * The secret that signs a studio's webhooks, as receivers take it (Standard Webhooks: `whsec_` and base64). It follows from the product's own
 * secret and is stored nowhere.
 */
export const webhookSecretOf = (productSecret: string, studioId: string): string =>
  `whsec_${Buffer.from(hkdfSync('sha256', productSecret, studioId, 'cueline webhooks', 32)).toString('base64')}`;

/** The `webhook-signature` of a message (Standard Webhooks, v1). @param timestamp seconds since 1970 */
export function signWebhook(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}
