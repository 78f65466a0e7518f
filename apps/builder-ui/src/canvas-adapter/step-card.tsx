import type { KeyboardEvent } from 'react';
import { KindTile } from '../kit/kind-tile.js';
import type { KindIcon } from './kind-icons.js';
import { useCanvas } from './canvas-context.js';
import styles from './step-card.module.css';
import type { CardContent } from './card-content.js';

interface Props {
  readonly id: string;
  readonly icon: KindIcon;
  readonly content: CardContent;
}

/** One step: its icon, its sentence, its detail, what is wrong with it. Alt with an arrow moves it. */
export function StepCard({ id, icon, content: { title, detail, problem } }: Props) {
  const { selected, state, onSelect, onMove } = useCanvas();
  const keys = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : undefined;
    if (!event.altKey || !direction || !onMove) return;
    event.preventDefault();
    onMove(id, direction);
  };
  return (
    <button
      type="button"
      className={`${styles['card']} nodrag nopan`}
      data-step={id}
      data-selected={selected === id}
      data-problem={Boolean(problem)}
      data-state={state?.(id)}
      aria-pressed={selected === id}
      onClick={() => onSelect(id)}
      onKeyDown={keys}
    >
      <KindTile {...icon} />
      <span className={styles['text']}>
        <span className={styles['title']}>{title}</span>
        {detail && <span className={styles['detail']}>{detail}</span>}
        {problem && <span className={styles['problem']}>{problem}</span>}
      </span>
    </button>
  );
}
