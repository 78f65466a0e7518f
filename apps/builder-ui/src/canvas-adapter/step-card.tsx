import { ThemeIcon } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { KindIcon } from './kind-icons.js';
import { useCanvas } from './canvas-context.js';
import type { CardWords } from './words.js';

interface Props {
  readonly id: string;
  readonly icon: KindIcon;
  readonly words: CardWords;
}

/** One step: its icon, its sentence, its detail, what is wrong with it. Alt with an arrow moves it. */
export function StepCard({ id, icon: { icon: Icon, color }, words: { title, detail, problem } }: Props) {
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
      className="step-card nodrag nopan"
      data-step={id}
      data-selected={selected === id}
      data-problem={Boolean(problem)}
      data-state={state?.(id)}
      aria-pressed={selected === id}
      onClick={() => onSelect(id)}
      onKeyDown={keys}
    >
      <ThemeIcon variant="light" color={color} size={32} radius="md" aria-hidden>
        <Icon size={18} stroke={1.75} />
      </ThemeIcon>
      <span className="step-words">
        <span className="step-title">{title}</span>
        {detail && <span className="step-detail">{detail}</span>}
        {problem && <span className="step-problem">{problem}</span>}
      </span>
    </button>
  );
}
