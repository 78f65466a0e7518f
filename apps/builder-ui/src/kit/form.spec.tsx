/** @jest-environment @happy-dom/jest-environment */
import { afterEach, describe, expect, it } from '@jest/globals';
import { TextInput } from '@mantine/core';
import { screen } from '@testing-library/react';
import { Form, useFields } from './form.js';
import { cleanup, refusal, show } from './screen.fixture.js';

afterEach(cleanup);

interface Props {
  readonly error?: Error;
  readonly onSubmit?: (values: object) => void;
}

function Client({ error = undefined, onSubmit = () => {} }: Props) {
  const fields = useFields({ name: '', email: '' });
  const { text, unplaced } = fields.bind(error ?? null);
  return (
    <Form error={unplaced} isBusy={false} submit="Create" onSubmit={() => onSubmit(fields.values)}>
      <TextInput label="Name" {...text('name')} />
      <TextInput label="Email" {...text('email')} />
    </Form>
  );
}

const place = (pointer: string, detail: string) => ({ pointer, detail });
const saysOf = (label: string): string | undefined => {
  const describedBy = screen.getByLabelText(label).getAttribute('aria-describedby')?.split(' ') ?? [];
  return describedBy.map((id) => document.getElementById(id)?.textContent).join(' ') || undefined;
};

describe('a form', () => {
  it('sends what was typed', async () => {
    const sent: object[] = [];
    const { user } = show(<Client onSubmit={(values) => sent.push(values)} />);
    await user.type(screen.getByLabelText('Name'), 'Mara');
    await user.click(screen.getByRole('button', { name: 'Create' }));
    expect(sent).toEqual([{ name: 'Mara', email: '' }]);
  });

  it('says at its field what is wrong there, and keeps what was typed', async () => {
    const { user, again } = show(<Client />);
    await user.type(screen.getByLabelText('Name'), 'Mara');
    again(<Client error={refusal({ errors: [place('/email', 'Give an email address.')] })} />);
    expect(saysOf('Email')).toBe('Give an email address.');
    expect(screen.getByLabelText('Email').getAttribute('aria-invalid')).toBe('true');
    expect(saysOf('Name')).toBeUndefined();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Mara');
  });

  it('says above its fields what is wrong with none of them', () => {
    show(
      <Client
        error={refusal({
          errors: [place('/name', 'Give a name.'), place('/phone', 'This is taken.'), place('', 'Too much.')],
        })}
      />,
    );
    expect(saysOf('Name')).toBe('Give a name.');
    expect(screen.getByRole('alert').textContent).toContain('This is taken. Too much.');
  });

  it.each<[string, Error, string]>([
    ['the server says', refusal({ detail: 'There is one like this already.' }), 'one like this already'],
    ['the network says', new Error('Cueline can’t be reached.'), 'can’t be reached'],
  ])('says above its fields what %s of the whole', (_, error, message) => {
    show(<Client error={error} />);
    expect(screen.getByRole('alert').textContent).toContain(message);
  });
});
