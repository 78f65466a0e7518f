import type { Node } from '@tiptap/pm/model';
import type { Decoration, NodeView } from '@tiptap/pm/view';
import { shownOf, type ShownIn } from '../plugins/shown.js';

/** An atom of the email, drawn from its settings and from what the document does not say. */
export abstract class AtomView implements NodeView {
  readonly dom: HTMLElement;

  constructor(
    tag: string,
    protected node: Node,
    decorations: readonly Decoration[],
  ) {
    this.dom = document.createElement(tag);
    this.draw(shownOf(decorations));
  }

  protected abstract draw(shown: ShownIn): void;

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.draw(shownOf(decorations));
    return true;
  }

  /** What is drawn here is never read as something typed. */
  ignoreMutation(): boolean {
    return true;
  }
}
