import type { SectionCondition } from '@cueline/email/blocks';
import type { Node } from '@tiptap/pm/model';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { sectionSentence } from '../section-sentence.js';
import styles from './blocks.module.css';

/** Blocks with the condition that they are mailed under. */
export class SectionView implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM = document.createElement('div');
  readonly #head = document.createElement('div');

  constructor(private node: Node) {
    this.dom.className = styles['section'] ?? '';
    this.dom.dataset['block'] = 'section';
    this.#head.className = styles['sectionHead'] ?? '';
    this.#head.contentEditable = 'false';
    this.dom.append(this.#head, this.contentDOM);
    this.#draw();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.#draw();
    return true;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  #draw(): void {
    this.#head.textContent = sectionSentence(this.node.attrs['when'] as SectionCondition);
  }
}
