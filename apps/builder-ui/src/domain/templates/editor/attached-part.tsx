import { eventTypeOf } from '@cueline/workflows';
import { AttachmentsInput } from '../../attachments/attachments-input.js';
import type { TemplateDraft } from '../draft/template-draft.js';
import type { EditingProps } from './editing-props.js';
import styles from './template-editor.module.css';
import { m } from './messages.js';

type Props = Pick<EditingProps<TemplateDraft>, 'store' | 'draft' | 'preview' | 'event'>;

/** What the emails of a template carry beside their text. */
export const AttachedPart = ({ store, draft, preview, event }: Props) => (
  <section className={styles['part']}>
    <h2 className={styles['title']}>{m.attachments}</h2>
    <AttachmentsInput
      value={draft.attachments}
      shown={preview.data?.attachments ?? []}
      hasBooking={eventTypeOf(event)?.records.includes('booking') ?? false}
      onChange={(attachments) => store.change({ ...draft, attachments })}
    />
  </section>
);
