import type { Block } from '@cueline/email/blocks';
import { brandColors } from '@cueline/email/brand';
import type { Editor } from '@tiptap/core';
import { useRef, type CSSProperties } from 'react';
import { BlockHandle } from './block-handle.js';
import styles from './body.module.css';
import { blockExtensions } from './extensions.js';
import { InsertMenuList } from './insert-menu-list.js';
import { blocksFromEditor, blocksToEditor } from './mapping/blocks.js';
import { m } from './messages.js';
import { useSurface } from './surface-context.js';
import { useEditor } from './use-editor.js';
import { useHandlers } from './use-handlers.js';

export interface BrandLook {
  readonly name: string;
  /** #rrggbb */
  readonly color: string;
  readonly legalFooter: string;
}

interface Props {
  readonly blocks: readonly Block[];
  readonly brand: BrandLook;
  readonly device: 'desktop' | 'phone';
  readonly onChange: (blocks: readonly Block[]) => void;
  readonly onEditor: (editor: Editor) => void;
}

/** The email as it is written: what is seen here is what is sent. */
export function Body({ blocks, brand, device, onChange, onEditor }: Props) {
  const { event, shown, onFocus } = useSurface();
  const { handlers, keys } = useHandlers();
  const { color, ink, link } = brandColors(brand.color);
  const mail = useRef<HTMLDivElement>(null);
  const { editor, place } = useEditor<readonly Block[]>({
    value: blocks,
    toEditor: blocksToEditor,
    fromEditor: blocksFromEditor,
    extensions: () => blockExtensions(handlers),
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': m.body, 'data-place': 'blocks' },
    shown,
    onChange,
    onFocus,
    onReady: onEditor,
  });
  return (
    <div
      ref={mail}
      className={styles['mail']}
      data-width={device}
      style={{ '--brand': color, '--brand-ink': ink, '--brand-name': link } as CSSProperties}
    >
      <div className={styles['brand']}>{brand.name}</div>
      <div ref={place} className={styles['body']} />
      {brand.legalFooter && <div className={styles['legal']}>{brand.legalFooter}</div>}
      {editor && <BlockHandle editor={editor} mail={mail} />}
      {editor && <InsertMenuList editor={editor} event={event} keys={keys} />}
    </div>
  );
}
