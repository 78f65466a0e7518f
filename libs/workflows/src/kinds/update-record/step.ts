import type { ChangeOp, UpdatableRecord } from '../../catalogue/settable.js';
import type { StepBase } from '../step-base.js';

export interface RecordChange {
  /** A field of the record: `status`. */
  readonly field: string;
  readonly op: ChangeOp;
  /** Texts are filled in with merge fields; an empty one empties the field. */
  readonly value: string;
}

export interface UpdateRecordStep extends StepBase {
  readonly kind: 'updateRecord';
  readonly record: UpdatableRecord;
  /** Made together or not at all. */
  readonly set: readonly RecordChange[];
}
