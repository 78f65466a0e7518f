import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { domainToASCII } from 'node:url';

/** RFC 8301 3.2: a verifier takes no shorter one, and need not take a longer one. */
const RSA_BITS = { least: 1_024, most: 4_096 };

/** What signs the mails of a domain. */
export interface DkimKey {
  /** The signing domain, in ASCII. */
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: 'rsa-sha256' | 'ed25519-sha256';
  readonly key: KeyObject;
}

/**
 * @param pem of a private key
 * @throws RangeError that says what is wrong with it, without any of it
 */
export function dkimKeyOf(domain: string, selector: string, pem: string): DkimKey {
  const key = privateKeyIn(pem);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  const type = key.asymmetricKeyType;
  if (type !== 'rsa' && type !== 'ed25519')
    throw new RangeError(`holds a key of type ${type}; DKIM knows RSA and Ed25519`);
  if (type === 'rsa' && (bits < RSA_BITS.least || bits > RSA_BITS.most))
    throw new RangeError(
      `holds an RSA key of ${bits} bits; verifiers take ${RSA_BITS.least} to ${RSA_BITS.most}, 2048 is usual`,
    );
  return { domain: domainToASCII(domain), selector, algorithm: `${type}-sha256`, key };
}

function privateKeyIn(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new RangeError(
      /ENCRYPTED/.test(pem)
        ? 'holds a key with a passphrase; store it without one, readable by the worker alone'
        : 'holds no private key in PEM',
    );
  }
}

/** What the domain's DNS has to hold, so that the signatures of the key can be verified: a TXT record. */
export function dkimRecordOf({ domain, selector, algorithm, key }: DkimKey): {
  readonly name: string;
  readonly value: string;
} {
  const publicKey = createPublicKey(key);
  const [kind, p] =
    algorithm === 'rsa-sha256'
      ? ['rsa', publicKey.export({ type: 'spki', format: 'der' }).toString('base64')]
      : ['ed25519', Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url').toString('base64')];
  return { name: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=${kind}; p=${p}` };
}
