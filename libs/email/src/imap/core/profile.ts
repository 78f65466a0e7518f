/** What a server can do, as far as we believe it. */
export interface Profile {
  readonly condstore: boolean;
  readonly qresync: boolean;
  /** Changes are told while we wait. */
  readonly idle: boolean;
  readonly move: boolean;
  /** Single mails can be removed. */
  readonly uidplus: boolean;
}

/** @param distrusts extensions that this server offers and does not keep */
export function profileOf(capabilities: readonly string[], distrusts: readonly string[]): Profile {
  const upper = (list: readonly string[]) => list.map((one) => one.toUpperCase());
  const refused = new Set(upper(distrusts));
  const has = new Set(upper(capabilities).filter((one) => !refused.has(one)));
  // QRESYNC implies CONDSTORE, even where only it is said (RFC 7162, section 3.2.3).
  const qresync = has.has('QRESYNC') && !refused.has('CONDSTORE');
  return {
    ...{ qresync, condstore: qresync || has.has('CONDSTORE'), idle: has.has('IDLE') },
    ...{ move: has.has('MOVE'), uidplus: has.has('UIDPLUS') },
  };
}
