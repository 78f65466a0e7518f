import { call } from '../../../api-client/api.js';
import { uploadFile } from '../../../api-client/generated/sdk.gen.js';
import { m } from './messages.js';
import { prepareImage } from './prepare-image.js';

/** Of a block's image: on its way, or why it cannot be used. */
export interface Upload {
  readonly name: string;
  readonly refused?: string;
}
export interface UploadedImage {
  readonly file: string;
  /** Pixels. */
  readonly width: number;
}
export type Uploads = ReadonlyMap<string, Upload>;

/** Images on their way into the blocks of one email, by the blocks' ids. */
export class ImageUploads {
  #uploads: Uploads = new Map();
  readonly #listeners = new Set<() => void>();

  readonly view = (): Uploads => this.#uploads;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Uploads a file for a block, unless another one is chosen for it meanwhile. @param keep told what the block shows then */
  async upload(blockId: string, file: File, keep: (image: UploadedImage) => void): Promise<void> {
    const upload: Upload = { name: file.name || m.someImage };
    this.#set(blockId, upload);
    const isWanted = () => this.#uploads.get(blockId) === upload;
    try {
      const { id, width } = await call(uploadFile({ body: await prepareImage(file) }));
      if (!isWanted()) return;
      this.forget(blockId);
      keep({ file: id, width: width! });
    } catch (error) {
      if (isWanted()) this.#set(blockId, { ...upload, refused: (error as Error).message });
    }
  }

  forget(blockId: string): void {
    if (!this.#uploads.has(blockId)) return;
    const { [blockId]: _, ...others } = Object.fromEntries(this.#uploads);
    this.#change(new Map(Object.entries(others)));
  }

  #set(blockId: string, upload: Upload): void {
    this.#change(new Map([...this.#uploads, [blockId, upload]]));
  }

  #change(next: Uploads): void {
    this.#uploads = next;
    for (const listener of this.#listeners) listener();
  }
}
