import { hkdfSync } from 'node:crypto';

const BYTES = 32;

/**
 * The secret that signs a studio's webhooks, as receivers take it (Standard Webhooks: `whsec_` and base64). It follows from the product's own
 * secret and is stored nowhere.
 */
export const webhookSecretOf = (productSecret: string, studioId: string): string =>
  `whsec_${Buffer.from(hkdfSync('sha256', productSecret, studioId, 'cueline webhooks', BYTES)).toString('base64')}`;
