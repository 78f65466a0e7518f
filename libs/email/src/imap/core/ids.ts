declare const brand: unique symbol;
type Branded<Of, Name extends string> = Of & { readonly [brand]: Name };

/** A mod-sequence (RFC 7162): up to 63 bits, more than a number holds, so a text of digits. It survives JSON. */
export type ModSeq = Branded<string, 'ModSeq'>;
export type UidValidity = Branded<string, 'UidValidity'>;
/** Of a row of ours, never the folder's path: a path does not survive a rename. */
export type FolderId = Branded<string, 'FolderId'>;
export type CommandId = Branded<string, 'CommandId'>;
/** Below 2^32. It means nothing without its folder and the folder's UIDVALIDITY. */
export type Uid = number;
/** Milliseconds since 1970. */
export type Moment = number;

const digits = /^(?:0|[1-9]\d{0,18})$/;

/** @returns nothing for what no server may say; zero means that the folder keeps none (NOMODSEQ) */
export function modSeqOf(value: bigint | string | undefined): ModSeq | undefined {
  const text = String(value ?? '');
  return digits.test(text) && text !== '0' ? (text as ModSeq) : undefined;
}

export function uidValidityOf(value: bigint | string): UidValidity {
  return String(value) as UidValidity;
}

export const folderIdOf = (value: string): FolderId => value as FolderId;
export const commandIdOf = (value: string): CommandId => value as CommandId;

export const isHigher = (one: ModSeq, other: ModSeq): boolean => BigInt(one) > BigInt(other);
