import { imageLimits } from '@cueline/email/blocks';
import { base64, nameOfFile } from '../../../api-client/base64.js';
import { number } from '../../../messages/catalogue.js';
import { m } from './messages.js';

/** Twice the width of an email: sharp on every screen. */
const WIDTH = 1_200;
const QUALITY = 0.85;

interface Prepared {
  readonly name: string;
  /** Base64. */
  readonly data: string;
}

/**
 * An image as an email can have it: a photo is made smaller, and WebP becomes what Outlook shows. What is small enough stays as it is.
 * @throws Error for what is too large and no picture that can be made smaller
 */
export async function prepareImage(file: File): Promise<Prepared> {
  const fits = file.size <= imageLimits.octets && file.type !== 'image/webp';
  const image = fits ? file : ((await smaller(file)) ?? file);
  if (image.size > imageLimits.octets) throw new Error(m.tooLarge(number(Math.ceil(file.size / 1_000))));
  return { name: nameOfFile(file, 'image'), data: await base64(image) };
}

/** PNG where that is small enough, since it may be transparent; else JPEG on white. Animations stay as they are. */
async function smaller(file: File): Promise<Blob | undefined> {
  if (file.type === 'image/gif') return undefined;
  const picture = await createImageBitmap(file).catch(() => undefined);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!picture || !context) return undefined;
  const scale = Math.min(1, WIDTH / picture.width);
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const png = file.type === 'image/jpeg' ? undefined : await encoded(canvas, 'image/png');
  if (png && png.size <= imageLimits.octets) return png;
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return encoded(canvas, 'image/jpeg');
}

const encoded = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob | undefined>((resolve) =>
    canvas.toBlob((blob) => resolve(blob ?? undefined), type, QUALITY),
  );
