import type { Editor } from '@tiptap/core';
import type { EventType } from '@cueline/workflows';
import { BlockSettings, blockName } from '../settings/block-settings.js';
import { FieldSettings } from '../settings/field-settings.js';
import { LinkSettings } from '../settings/link-settings.js';
import { setAttributes } from '../settings/set-attribute.js';
import { linkAt } from '../surface/commands/link-commands.js';
import { currentBlock, nodeAt, selectedField } from '../surface/current-block.js';
import { fieldFrom } from '../surface/mapping/inlines.js';
import { useEditorState } from '../surface/use-editor.js';
import styles from './template-editor.module.css';
import { m } from './messages.js';

interface Props {
  /** The text of the email that was written in last. */
  readonly active: Editor;
  readonly event: EventType;
}

/** The settings of what is selected: a chip, a link, the block around the caret. */
export function SelectionSettings({ active, event }: Props) {
  const state = useEditorState(active);
  if (!state) return null;
  const chip = selectedField(state.selection);
  if (chip)
    return (
      <section className={styles['part']}>
        <FieldSettings
          field={fieldFrom(chip.attrs)}
          onChange={(values) => setAttributes(active, chip.pos, values)}
          onDone={() => active.view.focus()}
        />
      </section>
    );
  const block = currentBlock(state);
  const node = nodeAt(state, block);
  if (!block || !node) return null;
  const type = node.type.name;
  const isLink = linkAt(state) !== undefined;
  return (
    <section className={styles['part']} aria-label={m.settingsOf(isLink ? m.link : blockName(type))}>
      <h2 className={styles['title']}>{isLink ? m.link : blockName(type)}</h2>
      {isLink ? (
        <LinkSettings editor={active} />
      ) : (
        <BlockSettings editor={active} event={event} pos={block.pos} type={type} attrs={node.attrs} />
      )}
    </section>
  );
}
