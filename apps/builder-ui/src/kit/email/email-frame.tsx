import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { emailOnPage } from './email-on-page.js';
import { m } from './messages.js';

interface Props {
  readonly html: string;
  readonly title: string;
  readonly className: string | undefined;
  readonly 'data-width'?: string;
  readonly 'data-dark'?: boolean | undefined;
  /** Only looked at: nothing is said beside it, and no key leads into it. */
  readonly isPicture?: boolean;
}

/** An email where nothing of it can do anything: no script, no form, no request to anybody else (`sandbox`, and the page's own policy). */
export function EmailFrame({ html, isPicture = false, ...frame }: Props) {
  const shown = useMemo(() => emailOnPage(html), [html]);
  return (
    <>
      {shown.hasOtherImages && !isPicture && (
        <Text size="xs" c="dimmed" mb={6} ta="center">
          {m.otherImages}
        </Text>
      )}
      <iframe sandbox="" srcDoc={shown.html} {...(isPicture && { tabIndex: -1, inert: true })} {...frame} />
    </>
  );
}
