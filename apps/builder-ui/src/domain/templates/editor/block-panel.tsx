import type { DragEvent } from 'react';
import { blockIcons } from '../surface/block-icons.js';
import { blockItems, type BlockItem } from '../surface/insertables.js';
import styles from './insert-panel.module.css';
import { m } from './messages.js';

interface Props {
  readonly onInsert: (item: BlockItem) => void;
  readonly onDrag: (item: BlockItem, event: DragEvent) => void;
}

/** What an email is made of: a press puts it below the current block, or it is dragged to its place. */
export const BlockPanel = ({ onInsert, onDrag }: Props) => (
  <section aria-label={m.addBlock}>
    <h2 className={styles['title']}>{m.addBlock}</h2>
    <div className={styles['blocks']}>
      {blockItems.map((item) => {
        const Glyph = blockIcons[item.block];
        return (
          <button
            key={item.id}
            type="button"
            className={styles['block']}
            draggable
            onClick={() => onInsert(item)}
            onDragStart={(event) => onDrag(item, event)}
          >
            <Glyph size={18} stroke={1.75} aria-hidden />
            {item.label}
          </button>
        );
      })}
    </div>
  </section>
);
