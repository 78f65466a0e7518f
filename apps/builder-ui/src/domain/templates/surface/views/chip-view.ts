import type { Node } from '@tiptap/pm/model';
import type { Decoration } from '@tiptap/pm/view';
import { fieldLabel, fieldName } from '../../../labels/labels.js';
import { m } from '../messages.js';
import type { ShownIn } from '../plugins/shown.js';
import { AtomView } from './atom-view.js';
import styles from './chip.module.css';

/** A chip: the field's label, or what it says for the chosen client. */
export class ChipView extends AtomView {
  constructor(node: Node, decorations: readonly Decoration[]) {
    super('span', node, decorations);
  }

  protected draw({ text }: ShownIn): void {
    const { field, fallback } = this.node.attrs as {
      readonly field: string;
      readonly fallback: string | null;
    };
    const name = fallback ? m.chipWithFallback(fieldName(field), fallback) : fieldName(field);
    this.dom.classList.add(...[styles['chip']].filter((one) => one !== undefined));
    this.dom.dataset['field'] = field;
    this.dom.textContent = text ?? fieldLabel(field);
    this.dom.toggleAttribute('data-as-sent', text !== undefined);
    this.dom.setAttribute('role', 'img');
    this.dom.setAttribute('aria-label', m.chip(name));
    this.dom.title = name;
  }
}
