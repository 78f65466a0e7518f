import { createContext } from 'react';
import type { ListBrandsResponse } from '../../api-client/generated/types.gen.js';

export type Brand = ListBrandsResponse['items'][number];

/** What is written in fields and not saved yet. The preview shows it as well. */
export interface BrandDrafts {
  readonly drafts: Partial<Brand>;
  /** @param value undefined: what is saved */
  readonly set: (name: keyof Brand, value: Brand[keyof Brand] | undefined) => void;
}

export const DraftsContext = createContext<BrandDrafts>({ drafts: {}, set: () => undefined });
