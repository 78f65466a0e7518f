import type { DetailsRow } from '@cueline/email/blocks';
import type { Node } from '@tiptap/pm/model';
import type { Decoration } from '@tiptap/pm/view';
import { fieldLabel, recordLabel } from '../../../labels/labels.js';
import { imageAddress, imageHost } from '../../images/image-address.js';
import { imageOf } from '../../images/image-of.js';
import { m as images } from '../../images/messages.js';
import { m } from '../messages.js';
import type { ShownIn } from '../plugins/shown.js';
import { AtomView } from './atom-view.js';
import styles from './blocks.module.css';

type Attributes = Readonly<Record<string, unknown>>;

const element = (tag: string, className?: string, ...children: (string | HTMLElement)[]): HTMLElement => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

const drawings: Readonly<Record<string, (attrs: Attributes, shown: ShownIn) => HTMLElement>> = {
  divider: () => element('hr'),
  spacer: ({ height }) => {
    const space = element('div', styles['spacer']);
    space.style.height = `${Number(height)}px`;
    return space;
  },
  signature: (_, { text }) => element('div', styles['signature'], text || m.noSignature),
  image: (attrs, { upload }) => {
    const { source, alt, width } = imageOf(attrs);
    const address = imageAddress(source);
    const host = imageHost(source);
    const parts: HTMLElement[] = [];
    if (upload?.refused)
      parts.push(element('div', styles['refused'], `${images.notUsed(upload.name)}. ${upload.refused}`));
    else if (upload) parts.push(element('div', styles['empty'], images.uploading(upload.name)));
    if (address) {
      const image = document.createElement('img');
      image.src = address;
      image.alt = alt ?? '';
      if (width !== null) image.width = width;
      parts.push(image);
    } else if (!upload) parts.push(element('div', styles['empty'], host ? images.onWeb(host) : m.noImage));
    const box = element('div', undefined, ...parts);
    if (typeof attrs['align'] === 'string') box.style.textAlign = attrs['align'];
    return box;
  },
  details: ({ record, rows }, { fieldText }) => {
    const all = (Array.isArray(rows) ? rows : []) as readonly DetailsRow[];
    if (all.length === 0) return element('div', styles['empty'], m.noRows(recordLabel(String(record))));
    const table = element('div', styles['details']);
    for (const { label, ...field } of all) {
      const text = fieldText?.(field);
      const value = element(
        'span',
        text === undefined ? styles['value'] : undefined,
        text ?? fieldLabel(field.field),
      );
      table.append(element('span', styles['label'], label || fieldLabel(field.field)), value);
    }
    return table;
  },
};

const names: Readonly<Record<string, string>> = m.blocks;

/** A block that is set, drawn as the email has it. */
export class BlockView extends AtomView {
  constructor(node: Node, decorations: readonly Decoration[]) {
    super('div', node, decorations);
  }

  protected draw(shown: ShownIn): void {
    const { name } = this.node.type;
    this.dom.classList.add(...[styles['block']].filter((one) => one !== undefined));
    this.dom.dataset['block'] = name;
    this.dom.setAttribute('role', 'group');
    this.dom.setAttribute('aria-label', names[name] ?? name);
    this.dom.replaceChildren(drawings[name]!(this.node.attrs, shown));
  }
}
