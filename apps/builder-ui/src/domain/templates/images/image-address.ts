import type { ImageBlock } from '@cueline/email/blocks';
import { fileAddress } from '../../../api-client/file-address.js';

/** Only what a page of ours may show: an uploaded file, or an address of the web. */
export function imageAddress(source: ImageBlock['source']): string | undefined {
  if (!source) return undefined;
  if ('file' in source) return fileAddress(source.file);
  return /^https?:\/\//i.test(source.address) ? source.address : undefined;
}
