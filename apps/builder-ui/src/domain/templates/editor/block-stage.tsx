import { VisuallyHidden } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useState, type KeyboardEvent } from 'react';
import { isComposing } from '../../../kit/keyboard/composing.js';
import { m as labels } from '../../labels/messages.js';
import type { BlockDraft } from '../draft/template-draft.js';
import { Body, type BrandLook } from '../surface/body.js';
import { duplicateBlock, moveBlock, placeOf } from '../surface/commands/block-commands.js';
import { LineInput } from '../surface/line-input.js';
import styles from './template-editor.module.css';
import { Toolbar } from './toolbar.js';
import { m } from './messages.js';

interface Props {
  readonly draft: BlockDraft;
  readonly brand: BrandLook;
  readonly body: Editor | undefined;
  readonly device: 'desktop' | 'phone';
  readonly onChange: (draft: BlockDraft) => void;
  readonly onBody: (editor: Editor) => void;
  readonly onLink: () => void;
}

/** The email with its subject, and the toolbar docked between them. */
export function BlockStage({ draft, brand, body, device, onChange, onBody, onLink }: Props) {
  const [spoken, setSpoken] = useState('');
  const move = (direction: 1 | -1) => {
    if (!body) return;
    const tr = moveBlock(direction)(body.state);
    if (tr) body.view.dispatch(tr);
    body.view.focus();
    const place = placeOf(body.state);
    setSpoken(
      tr && place ? m.position(place.number, place.of) : labels.noFurther[direction > 0 ? 'down' : 'up'],
    );
  };
  const press = (event: KeyboardEvent) => {
    if (!body || isComposing(event) || !body.view.hasFocus()) return;
    const isMove = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (isMove && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(event.key === 'ArrowUp' ? -1 : 1);
    }
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'd') {
      event.preventDefault();
      const tr = duplicateBlock(body.state);
      if (tr) body.view.dispatch(tr);
    }
  };
  return (
    <div onKeyDown={press}>
      <VisuallyHidden role="status" aria-live="assertive">
        {spoken}
      </VisuallyHidden>
      <div className={styles['envelope']}>
        <LineInput
          variant="plain"
          label={m.subject}
          place="subject"
          value={draft.subject}
          onChange={(subject) => onChange({ ...draft, subject })}
        />
        <LineInput
          variant="plain"
          label={m.preheader}
          place="preheader"
          value={draft.preheader}
          onChange={(preheader) => onChange({ ...draft, preheader })}
        />
      </div>
      <div className={styles['dock']}>{body && <Toolbar editor={body} onMove={move} onLink={onLink} />}</div>
      <Body
        blocks={draft.blocks}
        brand={brand}
        device={device}
        onChange={(blocks) => onChange({ ...draft, blocks })}
        onEditor={onBody}
      />
    </div>
  );
}
