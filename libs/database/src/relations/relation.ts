import { relations, type Relation, type SubjectType } from '@cueline/workflows';

/** The tables whose rows events are about. */
export const tables: { readonly [Kind in SubjectType]: string } = {
  booking: 'bookings',
  client: 'clients',
  inquiry: 'inquiries',
  invoice: 'invoices',
  message: 'messages',
  project: 'projects',
  task: 'tasks',
};
export const subjectKinds = Object.keys(tables) as SubjectType[];

/** A relation as the database has it. */
export interface StoredRelation extends Relation {
  /** The table of `from`, and its column that holds the id of `to`. */
  readonly table: string;
  readonly column: string;
}

export const storedRelations: readonly StoredRelation[] = relations.map((relation: Relation) => ({
  ...relation,
  table: tables[relation.from],
  column: relation.field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
}));

export const relationsTo = (kind: SubjectType): StoredRelation[] =>
  storedRelations.filter(({ to }) => to === kind);
/** The ways to what a record is part of, that is not a person. */
export const partOf = storedRelations.filter(({ to }) => to !== 'client');

/** Every kind after those that lead to it: an invoice before its booking, a booking before its project, the client last. */
export const upwards: readonly SubjectType[] = (() => {
  const order: SubjectType[] = [];
  const add = (kind: SubjectType): void => {
    if (order.includes(kind)) return;
    for (const { from } of relationsTo(kind)) add(from);
    order.push(kind);
  };
  for (const kind of subjectKinds) add(kind);
  return order;
})();
