import { Text } from '@mantine/core';
import IconCircleCheck from '~icons/tabler/circle-check';
import { ProblemRow } from '../../../kit/problem-row.js';
import type { Preview } from '../preview/use-preview.js';
import styles from './template-editor.module.css';
import { m } from './messages.js';

export type TemplateProblem = Preview['problems'][number];

interface Props {
  readonly problems: readonly TemplateProblem[];
  /** What a problem's place is called. */
  readonly placeOf: (problem: TemplateProblem) => string;
  readonly onGo: (problem: TemplateProblem) => void;
}

/** What is to be done before the email can be sent; each leads to its place. */
export function ProblemList({ problems, placeOf, onGo }: Props) {
  return (
    <section aria-label={m.problems}>
      <h2 className={styles['title']}>{m.beforeYouSend}</h2>
      {problems.length === 0 && (
        <Text size="sm" className={styles['fine']}>
          <IconCircleCheck size={18} aria-hidden />
          {m.nothingToFix}
        </Text>
      )}
      {problems.map((problem) => (
        <ProblemRow
          key={`${problem.code}:${problem.part}:${problem.line}:${problem.column}:${problem.block?.pointer ?? ''}:${problem.message}`}
          severity={problem.severity}
          message={problem.message}
          place={placeOf(problem)}
          onGo={() => onGo(problem)}
        />
      ))}
    </section>
  );
}
