import { Button, Stack } from '@mantine/core';
import { useState, type ChangeEvent, type ReactNode } from 'react';
import { fieldError, unplacedError } from './field-error.js';
import { ProblemAlert } from './problem-alert.js';

interface Props {
  /** What is wrong and is not said at a field: `unplaced` of `bind`. */
  readonly error: Error | null;
  readonly isBusy: boolean;
  readonly submit: string;
  readonly onSubmit: () => void;
  /** The id of its heading. */
  readonly labelledBy?: string;
  /** On a page the button has its own width; in a dialog and on a card it fills it. */
  readonly isOnPage?: boolean;
  readonly children: ReactNode;
}

/** A form that says what is wrong: at the field that the server names (`useFields`), else above them all. */
export function Form({ error, isBusy, submit, onSubmit, labelledBy, isOnPage = false, children }: Props) {
  return (
    <form
      aria-labelledby={labelledBy}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack>
        {error && <ProblemAlert error={error} />}
        {children}
        <Button type="submit" loading={isBusy} {...(isOnPage && { style: { alignSelf: 'flex-start' } })}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}

/** The values of a form’s fields, and what each field says. @param error what the server has answered */
export function useFields<Values extends Record<string, string>>(initial: Values) {
  const [values, setValues] = useState(initial);
  const set = (next: Partial<Values>) => setValues((before) => ({ ...before, ...next }));
  const bind = (error: Error | null) => ({
    unplaced: unplacedError(error, Object.keys(initial)),
    /** For an input that gives its event. */
    text: (name: keyof Values & string) => ({
      value: values[name],
      error: fieldError(error, name),
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
        const { value } = event.currentTarget;
        setValues((before) => ({ ...before, [name]: value }));
      },
    }),
    /** For an input that gives its value. */
    value: (name: keyof Values & string) => ({
      value: values[name],
      error: fieldError(error, name),
      onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
    }),
  });
  return { values, set, bind, isChanged: values !== initial, reset: () => setValues(initial) };
}
