import type { MimePart } from '../../mime/mime-tree.js';

/** Whether the mail says that it is signed or encrypted (S/MIME, RFC 8551; OpenPGP, RFC 3156). Signatures are not checked. */
export type Protection = 'encrypted' | 'signed' | null;

const allOf = (part: MimePart): readonly MimePart[] => [part, ...part.children.flatMap(allOf)];

export function protectionOf(root: MimePart, text: string): Protection {
  const parts = allOf(root);
  const mime = parts.find(({ type }) => /^application\/(?:x-)?pkcs7-mime$/.test(type));
  const isSignedOnly = mime?.params.get('smime-type')?.toLowerCase() === 'signed-data';
  if (parts.some(({ type }) => type === 'multipart/encrypted') || (mime && !isSignedOnly)) return 'encrypted';
  if (/^\s*-----BEGIN PGP MESSAGE-----/.test(text)) return 'encrypted';
  if (isSignedOnly || parts.some(({ type }) => type === 'multipart/signed')) return 'signed';
  return /^-----BEGIN PGP SIGNED MESSAGE-----/m.test(text) ? 'signed' : null;
}
