import { Button, Popover, Stack } from '@mantine/core';
import { useState } from 'react';
import { ProblemRow } from '../../kit/problem-row.js';
import type { Workflow } from './use-draft.js';
import { m } from './messages.js';

interface Props {
  readonly problems: Workflow['problems'];
  readonly onProblem: (problem: Workflow['problems'][number]) => void;
}

/** What keeps the workflow from being published comes first. */
const inOrder = (problems: Workflow['problems']): Workflow['problems'] =>
  problems.toSorted((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));

/** All problems at once; each leads to its field. */
export function ProblemsButton({ problems, onProblem }: Props) {
  const [open, setOpen] = useState(false);
  if (problems.length === 0) return null;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={360} trapFocus withinPortal>
      <Popover.Target>
        <Button variant="light" color="yellow" size="sm" onClick={() => setOpen(!open)}>
          {m.problem(problems.length)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={m.problems}>
        <Stack gap="xs" mah={400} style={{ overflowY: 'auto' }}>
          {inOrder(problems).map((problem) => (
            <ProblemRow
              key={problem.path + problem.code}
              severity={problem.severity}
              message={problem.message}
              onGo={() => {
                setOpen(false);
                onProblem(problem);
              }}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
