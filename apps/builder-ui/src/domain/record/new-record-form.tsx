import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Form, useFields } from '../../kit/form.js';
import { useUnsaved } from '../../session/unsaved.js';
import { m } from './messages.js';

type Fields<Values extends Record<string, string>> = ReturnType<typeof useFields<Values>>;

interface Props<Values extends Record<string, string>> {
  readonly initial: Values;
  /** The name of the lists that the record is in. */
  readonly lists: readonly string[];
  readonly make: (values: Values) => Promise<unknown>;
  readonly onDone: () => void;
  readonly children: (text: ReturnType<Fields<Values>['bind']>['text']) => ReactNode;
}

/** The form of a new record, in the dialog of its list. */
export function NewRecordForm<Values extends Record<string, string>>(props: Props<Values>) {
  const { initial, lists, make, onDone, children } = props;
  const fields = useFields(initial);
  const queries = useQueryClient();
  useUnsaved(fields.isChanged);
  const create = useMutation({
    mutationFn: () => make(fields.values),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: lists });
      onDone();
    },
  });
  const { text, unplaced } = fields.bind(create.error);
  return (
    <Form error={unplaced} isBusy={create.isPending} submit={m.create} onSubmit={create.mutate}>
      {children(text)}
    </Form>
  );
}
