import { client } from './generated/client.gen.js';
import type { GetFileData } from './generated/types.gen.js';

/** Where this page has an uploaded image. */
export const fileAddress = (id: string): string =>
  client.buildUrl<GetFileData>({ url: '/api/v1/files/{id}', path: { id } });
