import type { Moment, Uid } from '../ids.js';
import type { FolderRole } from './role.js';

/** Where mail from others arrives; null: a folder that the owner chose. */
const arrivesIn: ReadonlySet<FolderRole | null> = new Set(['inbox', null]);

/**
 * Whether a mail may be one that has just come, by where and when its server got it; its own date decides nothing. Its content decides the rest: what is stored
 * already was moved or copied.
 */
export const isNews = (
  mail: { readonly uid: Uid; readonly at: Moment },
  folder: { readonly role: FolderRole | null; readonly newFrom: { readonly uid: Uid; readonly at: Moment } },
): boolean => arrivesIn.has(folder.role) && mail.uid >= folder.newFrom.uid && mail.at >= folder.newFrom.at;
