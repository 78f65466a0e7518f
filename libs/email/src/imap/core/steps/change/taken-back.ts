import type { CommandId } from '../../ids.js';
import type { Step } from '../../step.js';

/** What is left to do, without these commands. */
export const withoutCommands = (steps: readonly Step[], ids: ReadonlySet<CommandId>): readonly Step[] =>
  steps.flatMap((step): Step[] => {
    if ('command' in step) return ids.has(step.command.id) ? [] : [step];
    if ('task' in step) return ids.has(step.task.command.id) ? [] : [step];
    if (!('tasks' in step)) return [step];
    const all: readonly { readonly command: { readonly id: CommandId } }[] = step.tasks;
    const tasks: unknown[] = all.filter(({ command }) => !ids.has(command.id));
    // The tasks that are left are of the kind that they were.
    return tasks.length > 0 ? [{ ...step, tasks } as Step] : [];
  });
