import { Anchor, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { htmlOfText, textOfHtml } from './letter-text.js';
import { m } from './messages.js';

interface Props {
  readonly html: string;
  readonly error: string | undefined;
  readonly onChange: (html: string) => void;
}

/** What the email says: as text where it is no more than that, else in its source. */
export function BodyInput({ html, error, onChange }: Props) {
  // What is typed stands as it is, blank lines and all; the email is made of it.
  const [typed, setTyped] = useState(() => textOfHtml(html));
  const [made, setMade] = useState(html);
  if (made !== html) {
    setMade(html);
    setTyped(textOfHtml(html));
  }
  const type = (text: string) => {
    const next = htmlOfText(text);
    setTyped(text);
    setMade(next);
    onChange(next);
  };
  if (typed === null)
    return (
      <Textarea
        label={m.source}
        description={m.sourceAbout}
        autosize
        minRows={10}
        maxRows={24}
        spellCheck={false}
        maxLength={200_000}
        value={html}
        error={error}
        onChange={(event) => {
          setMade(event.currentTarget.value);
          onChange(event.currentTarget.value);
        }}
      />
    );
  return (
    <div>
      <Textarea
        label={m.text}
        autosize
        minRows={10}
        maxRows={24}
        maxLength={200_000}
        value={typed}
        error={error}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {html !== '' && (
        <Group justify="flex-end" mt={4}>
          <Anchor component="button" type="button" size="xs" onClick={() => setTyped(null)}>
            {m.editSource}
          </Anchor>
        </Group>
      )}
    </div>
  );
}
