import type { ImageBlock } from '@cueline/email/blocks';
import { fileAddress } from '../../../api-client/file-address.js';

/** Where the page has it: only what was uploaded, as pages load nothing from other addresses. */
export const imageAddress = (source: ImageBlock['source']): string | undefined =>
  source && 'file' in source ? fileAddress(source.file) : undefined;

/** The host of an image on the web. */
export function imageHost(source: ImageBlock['source']): string | undefined {
  if (!source || !('address' in source)) return undefined;
  return URL.canParse(source.address) ? new URL(source.address).host : source.address;
}
