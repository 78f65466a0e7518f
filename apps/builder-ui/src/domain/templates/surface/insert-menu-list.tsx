import { Portal } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import type { EventType } from '@cueline/workflows';
import { useEffect, useId, useState, type RefObject } from 'react';
import { blockIcons } from './block-icons.js';
import { useFieldSample } from './use-field-sample.js';
import { insert } from './insert.js';
import { insertGroups, type Insertable } from './insertables.js';
import styles from './insert-menu.module.css';
import { m } from './messages.js';
import { openMenuOf, withoutQuery, type OpenMenu } from './plugins/insert-menu.js';
import { useEditorState } from './use-editor.js';

interface Props {
  readonly editor: Editor;
  readonly event: EventType;
  /** Where the keys of the editor are asked while this is open. */
  readonly keys: RefObject<(event: KeyboardEvent) => boolean>;
}

/** What can be put where the caret is; the caret stays in the text, the arrows go through the list. */
export function InsertMenuList(props: Props) {
  const state = useEditorState(props.editor);
  const menu = state && openMenuOf(state);
  if (!menu || !state) return null;
  return <OpenList {...props} menu={menu} blocks={blocksIn(state, menu)} />;
}

/** Blocks first where nothing else is written in the line. */
function blocksIn(
  { doc, schema }: EditorState,
  { trigger, from, query }: OpenMenu,
): 'first' | 'last' | 'none' {
  if (trigger === '{' || !('paragraph' in schema.nodes)) return 'none';
  return doc.resolve(from).parent.content.size === query.length + 1 ? 'first' : 'last';
}

function OpenList({
  editor,
  event,
  keys,
  menu,
  blocks,
}: Props & { menu: OpenMenu; blocks: 'first' | 'last' | 'none' }) {
  const id = useId();
  const groups = insertGroups(event, menu.query, blocks);
  const items = groups.flatMap((group) => group.items);
  const [active, setActive] = useState(0);
  const chosen = items[Math.min(active, items.length - 1)];
  useEffect(() => setActive(0), [menu.query]);

  const take = (item: Insertable) => {
    editor.view.dispatch(withoutQuery(editor.state, menu));
    insert(editor, item, event);
  };
  useEffect(() => {
    keys.current = ({ key }) => {
      if (!chosen) return false;
      if (key === 'Enter' || key === 'Tab') take(chosen);
      else if (key === 'ArrowDown') setActive((now) => (now + 1) % items.length);
      else if (key === 'ArrowUp') setActive((now) => (now + items.length - 1) % items.length);
      else return false;
      return true;
    };
    return () => void (keys.current = () => false);
  });
  const optionId = (item: Insertable) => `${id}-${item.id}`;
  const activeId = chosen && optionId(chosen);
  useEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', id);
    if (activeId) dom.setAttribute('aria-activedescendant', activeId);
    document.getElementById(activeId ?? '')?.scrollIntoView({ block: 'nearest' });
    return () => {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  }, [editor, id, activeId]);

  return (
    <Portal>
      <div className={styles['menu']} style={placeAt(editor, menu.from)} tabIndex={0} data-insert-menu>
        <div role="listbox" id={id} aria-label={m.insert} className={styles['list']}>
          {groups.map((group) => (
            <div key={group.label} role="group" aria-label={group.label}>
              <div className={styles['group']} aria-hidden>
                {group.label}
              </div>
              {group.items.map((item) => (
                <Option
                  key={item.id}
                  id={optionId(item)}
                  item={item}
                  isActive={item === chosen}
                  onTake={() => take(item)}
                />
              ))}
            </div>
          ))}
        </div>
        {items.length === 0 && <div className={styles['none']}>{m.nothingFound(menu.query)}</div>}
      </div>
    </Portal>
  );
}

interface OptionProps {
  readonly id: string;
  readonly item: Insertable;
  readonly isActive: boolean;
  readonly onTake: () => void;
}

function Option({ id, item, isActive, onTake }: OptionProps) {
  const sample = useFieldSample();
  const Icon = item.type === 'block' ? blockIcons[item.block] : undefined;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles['option']}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      {Icon && <Icon size={18} stroke={1.75} aria-hidden />}
      <span className={item.type === 'field' ? styles['chip'] : styles['label']}>{item.label}</span>
      {item.type === 'field' && <span className={styles['sample']}>{sample(item.field)}</span>}
    </div>
  );
}

const WIDTH = 320;
const HEIGHT = 320;
const GAP = 6;

/** Below the caret, above it where there is no room. */
function placeAt({ view }: Editor, pos: number) {
  const { left, top, bottom } = view.coordsAtPos(pos);
  const x = Math.max(GAP, Math.min(left, window.innerWidth - WIDTH - GAP));
  return bottom + GAP + HEIGHT < window.innerHeight || top < HEIGHT
    ? { left: x, top: bottom + GAP }
    : { left: x, bottom: window.innerHeight - top + GAP };
}
