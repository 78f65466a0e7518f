import {
  hasUid,
  type FolderId,
  type HeaderRow,
  type SurveyRow,
  type Uid,
  type UidSet,
  type UidValidity,
} from '../core/index.js';

export interface Placement extends SurveyRow {
  readonly folder: FolderId;
  readonly uidValidity: UidValidity;
  readonly isNews: boolean;
  readonly isGone: boolean;
  readonly isUnreadable: boolean;
  readonly content?: string | undefined;
  readonly headerSha256?: string | undefined;
  readonly attempts: number;
  readonly nextTryAt: number;
  /** In which order they came to lie where they lie. */
  readonly order: number;
}

const keyOf = (folder: FolderId, validity: string, uid: Uid) => `${folder} ${validity} ${uid}`;

/** Where mails lie on the server, as we know it: what the table `placements` holds. */
export class MemoryPlacements {
  order = 0;
  readonly #all = new Map<string, Placement>();

  in(folder: FolderId): Placement[] {
    return [...this.#all.values()].filter((one) => one.folder === folder && !one.isGone);
  }

  put(one: Omit<Placement, 'order'>): void {
    const key = keyOf(one.folder, one.uidValidity, one.uid);
    const known = this.#all.get(key);
    const order = known && !known.isGone ? known.order : ++this.order;
    this.#all.set(key, { ...one, order });
  }

  /** Where the same content came to lie later, the last one last. */
  since(order: number, content: string): Placement[] {
    return [...this.#all.values()]
      .filter((one) => !one.isGone && one.content === content && one.order > order)
      .sort((a, b) => a.order - b.order);
  }

  find(folder: FolderId, validity: string, uid: Uid): Placement | undefined {
    return this.#all.get(keyOf(folder, validity, uid));
  }

  change(folder: FolderId, which: UidSet | 'all', change: (one: Placement) => Partial<Placement>): void {
    for (const one of this.in(folder))
      if (which === 'all' || hasUid(which, one.uid)) this.put({ ...one, ...change(one) });
  }

  /** The content of mails that cannot be told from this one by size, time and header. */
  contentsLike(mail: Pick<Placement, 'size' | 'at'>, header?: HeaderRow): Set<string> {
    const found = new Set<string>();
    for (const one of this.#all.values())
      if (one.content && one.size === mail.size && one.at === mail.at)
        if (!header || one.headerSha256 === header.headerSha256) found.add(one.content);
    return found;
  }
}
