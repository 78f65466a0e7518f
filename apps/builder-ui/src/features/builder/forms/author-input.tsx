import { Select } from '@mantine/core';
import type { MailAuthor } from '@cueline/workflows';
import { choicesOf, useNames } from '../../../domain/use-names.js';
import { useFieldPlace } from '../field-problems.js';
import { m } from './messages.js';

interface Props {
  readonly from: MailAuthor;
  /** The records of the workflow have staff. */
  readonly hasStaff: boolean;
  readonly at: string;
  readonly onChange: (from: MailAuthor) => void;
}

const author = (type: MailAuthor['type']): MailAuthor => (type === 'staff' ? { type, id: null } : { type });

/** In whose name an email leaves. */
export function AuthorInput({ from, hasStaff, at, onChange }: Props) {
  const { staff } = useNames();
  const place = useFieldPlace(`${at}/from/type`);
  const types: readonly MailAuthor['type'][] =
    hasStaff || from.type === 'staffOnBooking' ? ['brand', 'staffOnBooking', 'staff'] : ['brand', 'staff'];
  return (
    <>
      <Select
        label={m.from}
        description={from.type === 'brand' ? undefined : m.fromStaffAbout}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        value={from.type}
        onChange={(type) => type && onChange(author(type))}
        data={types.map((value) => ({ value, label: m.authors[value] }))}
        {...(from.type === 'staff' ? {} : place)}
      />
      {from.type === 'staff' && (
        <Select
          label={m.who}
          placeholder={m.chooseSomebody}
          nothingFoundMessage={m.noPerson}
          searchable
          value={from.id}
          onChange={(id) => onChange({ type: 'staff', id })}
          data={choicesOf(staff)}
          {...place}
        />
      )}
    </>
  );
}
