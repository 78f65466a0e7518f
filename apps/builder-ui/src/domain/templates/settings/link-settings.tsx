import { Button, Stack } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import type { Line } from '@cueline/email/blocks';
import { LineInput } from '../surface/line-input.js';
import { linkAt, removeLink, setLink } from '../surface/commands/link-commands.js';
import { useEditorState } from '../surface/use-editor.js';
import { m } from './messages.js';

/** Where the link leads that the caret is in. */
export function LinkSettings({ editor }: { readonly editor: Editor }) {
  const state = useEditorState(editor);
  const link = state && linkAt(state);
  if (!link) return null;
  return (
    <Stack gap="xs" align="stretch">
      <LineInput
        key={link.from}
        label={m.leadsTo}
        description={m.leadsToAbout}
        place="link"
        value={link.address}
        onChange={(address: Line) => editor.view.dispatch(setLink(editor.state, address))}
      />
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          editor.view.dispatch(removeLink(editor.state));
          editor.view.focus();
        }}
      >
        {m.removeLink}
      </Button>
    </Stack>
  );
}
