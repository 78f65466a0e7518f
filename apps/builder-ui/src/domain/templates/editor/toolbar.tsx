import { ActionIcon, Button, Menu } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { toggleMark } from '@tiptap/pm/commands';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import IconArrowDown from '~icons/tabler/arrow-down';
import IconArrowUp from '~icons/tabler/arrow-up';
import IconBold from '~icons/tabler/bold';
import IconBraces from '~icons/tabler/braces';
import IconChevronDown from '~icons/tabler/chevron-down';
import IconCopy from '~icons/tabler/copy';
import IconItalic from '~icons/tabler/italic';
import IconLink from '~icons/tabler/link';
import IconTrash from '~icons/tabler/trash';
import type { KeyboardEvent } from 'react';
import type { Icon } from '../../../kit/icon.js';
import { deleteBlock, duplicateBlock } from '../surface/commands/block-commands.js';
import { linkAt, removeLink, setLink } from '../surface/commands/link-commands.js';
import { setTextKind, textKindOf, type TextKind } from '../surface/commands/text-commands.js';
import { openMenu } from '../surface/plugins/insert-menu.js';
import { useEditorState } from '../surface/use-editor.js';
import styles from './toolbar.module.css';
import { m } from './messages.js';

interface Props {
  readonly editor: Editor;
  readonly onMove: (direction: 1 | -1) => void;
  /** A link was made that leads nowhere yet. */
  readonly onLink: () => void;
}

const kinds: readonly TextKind[] = ['text', 'heading1', 'heading2', 'heading3', 'list', 'ordered'];

/** What can be done with the text and the block one is in; docked above the email. */
export function Toolbar({ editor, onMove, onLink }: Props) {
  const state = useEditorState(editor);
  if (!state) return null;
  const run = (edit: (state: EditorState) => Transaction | undefined) => {
    const tr = edit(editor.state);
    if (tr) editor.view.dispatch(tr);
    editor.view.focus();
  };
  const mark = (name: string) => {
    toggleMark(state.schema.marks[name]!)(editor.state, editor.view.dispatch.bind(editor.view));
    editor.view.focus();
  };
  const kind = textKindOf(state);
  const link = linkAt(state);
  const hasText = kind !== undefined;
  return (
    <div role="toolbar" aria-label={m.toolbar} className={styles['bar']} onKeyDown={goAlong}>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            disabled={!hasText}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-label={m.textKind(kind ? m.kinds[kind] : m.noText)}
          >
            {kind ? m.kinds[kind] : m.noText}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {kinds.map((one) => (
            <Menu.Item key={one} onClick={() => run((now) => setTextKind(now, one))}>
              {m.kinds[one]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <span className={styles['rule']} />
      <Tool
        label={m.bold}
        icon={IconBold}
        isOn={isActive(state, 'bold')}
        isOff={!hasText}
        onPress={() => mark('bold')}
      />
      <Tool
        label={m.italic}
        icon={IconItalic}
        isOn={isActive(state, 'italic')}
        isOff={!hasText}
        onPress={() => mark('italic')}
      />
      <Tool
        label={m.link}
        icon={IconLink}
        isOn={link !== undefined}
        isOff={!hasText || (!link && state.selection.empty)}
        onPress={() => {
          if (link) return run(removeLink);
          editor.view.dispatch(setLink(editor.state, []));
          onLink();
        }}
      />
      <Tool
        label={m.insertHere}
        icon={IconBraces}
        isOff={!state.selection.$from.parent.isTextblock}
        onPress={() => run(openMenu)}
      />
      <span className={styles['rule']} />
      <Tool label={m.moveUp} icon={IconArrowUp} onPress={() => onMove(-1)} />
      <Tool label={m.moveDown} icon={IconArrowDown} onPress={() => onMove(1)} />
      <Tool label={m.duplicate} icon={IconCopy} onPress={() => run(duplicateBlock)} />
      <Tool label={m.remove} icon={IconTrash} onPress={() => run(deleteBlock)} />
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: Icon;
  readonly isOn?: boolean;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}

const Tool = ({ label, icon: Glyph, isOn, isOff = false, onPress }: ToolProps) => (
  <ActionIcon
    variant={isOn ? 'light' : 'subtle'}
    color={isOn ? undefined : 'gray'}
    size={32}
    aria-label={label}
    title={label}
    {...(isOn !== undefined && { 'aria-pressed': isOn })}
    disabled={isOff}
    // The caret stays in the text.
    onMouseDown={(event) => event.preventDefault()}
    onClick={onPress}
  >
    <Glyph size={16} stroke={1.75} aria-hidden />
  </ActionIcon>
);

function isActive({ selection, storedMarks, schema, doc }: EditorState, name: string): boolean {
  const type = schema.marks[name]!;
  const { from, to, empty, $from } = selection;
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
}

/** One goes along a toolbar by the arrows (ARIA, toolbar pattern). */
function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const at = tools.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  tools[(at + by + tools.length) % tools.length]?.focus();
}
