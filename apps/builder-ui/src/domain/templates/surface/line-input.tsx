import { Text } from '@mantine/core';
import type { Line } from '@cueline/email/blocks';
import { useId, useRef } from 'react';
import { FieldSettings } from '../settings/field-settings.js';
import { setAttributes } from '../settings/set-attribute.js';
import { selectedField } from './current-block.js';
import { lineExtensions } from './extensions.js';
import styles from './line-input.module.css';
import { lineDocument, lineOfDocument } from './mapping/lines.js';
import { fieldFrom } from './mapping/inlines.js';
import { InsertMenuList } from './insert-menu-list.js';
import { useSurface } from './surface-context.js';
import { useEditor, useEditorState } from './use-editor.js';
import { useHandlers } from './use-handlers.js';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly value: Line;
  readonly isReadOnly?: boolean;
  /** `plain`: label and text in one row, as in the head of an email. A `field` shows the settings of its chips itself. */
  readonly variant?: 'plain' | 'field';
  /** What a problem calls it. */
  readonly place: string;
  readonly onChange: (value: Line) => void;
}

/** A text in one line with fields in it: the subject, a label, an address. */
export function LineInput({
  label,
  description,
  error,
  value,
  variant = 'field',
  place: name,
  ...rest
}: Props) {
  const id = useId();
  const { event, shown, onFocus, onInsertTarget } = useSurface();
  const box = useRef<HTMLDivElement>(null);
  const isField = variant === 'field';
  const { handlers, keys } = useHandlers(isField ? () => focusSettings(box.current) : undefined);
  const { editor, place } = useEditor({
    value,
    toEditor: lineDocument,
    fromEditor: lineOfDocument,
    extensions: () => lineExtensions(handlers),
    attributes: {
      role: 'textbox',
      'aria-labelledby': `${id}-label`,
      'data-place': name,
      ...(description && { 'aria-describedby': `${id}-about` }),
    },
    shown,
    ...(rest.isReadOnly !== undefined && { isReadOnly: rest.isReadOnly }),
    onChange: rest.onChange,
    onFocus: isField ? onInsertTarget : onFocus,
  });
  const state = useEditorState(editor);
  const chip = isField && state ? selectedField(state.selection) : undefined;
  return (
    <div ref={box} className={styles['line']} data-variant={variant} data-error={error ? '' : undefined}>
      <span className={styles['label']} id={`${id}-label`} onClick={() => editor?.commands.focus('end')}>
        {label}
      </span>
      <div className={styles['input']} ref={place} />
      {description && !error && (
        <Text size="xs" c="dimmed" id={`${id}-about`}>
          {description}
        </Text>
      )}
      {error && (
        <Text size="xs" c="red" role="alert">
          {error}
        </Text>
      )}
      {editor && chip && (
        <div className={styles['chip']}>
          <FieldSettings
            field={fieldFrom(chip.attrs)}
            onChange={(values) => setAttributes(editor, chip.pos, values)}
            onDone={() => editor.view.focus()}
          />
        </div>
      )}
      {editor && <InsertMenuList editor={editor} event={event} keys={keys} />}
    </div>
  );
}

/** To the first setting of the chip that is selected. */
export const focusSettings = (within: Element | null): void =>
  within?.querySelector<HTMLElement>('[data-field-settings] input')?.focus();
