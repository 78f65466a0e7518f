import { Input, Stack, TextInput } from '@mantine/core';
import { fieldError } from '../../kit/field-error.js';
import { CodeInput } from '../templates/source/code-input.js';
import { eventOf, type About, type Letter } from './letter.js';
import type { LetterPreview } from './use-letter.js';
import { m } from './messages.js';

export interface LetterBodyProps {
  readonly about: About;
  readonly letter: Letter;
  readonly problems: LetterPreview['problems'];
  /** Why it could not be sent. */
  readonly error: Error | null;
  readonly onChange: (values: Partial<Letter>) => void;
}

/** In nunjucks syntax, where the template is. */
export function SourceLetter({ about, letter, problems, error, onChange }: LetterBodyProps) {
  return (
    <Stack gap="sm">
      <TextInput
        label={m.subject}
        maxLength={2_000}
        value={letter.subject}
        error={fieldError(error, 'content/subject')}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <Input.Wrapper label={m.source} description={m.sourceAbout} error={fieldError(error, 'content/html')}>
        <CodeInput
          label={m.source}
          kind="html"
          value={letter.html}
          event={eventOf[about.type]}
          problems={problems.filter(({ part }) => part === 'html')}
          onChange={(html) => onChange({ html })}
        />
      </Input.Wrapper>
    </Stack>
  );
}
