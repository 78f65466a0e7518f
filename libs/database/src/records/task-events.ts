import { RECORD_CHANGED } from '@cueline/workflows';

/** What is said of a task that somebody has from now on, or that nobody has. */
export const taskEvent = (taskId: string, newAssigneeId: string | null) => ({
  subjectType: 'task' as const,
  subjectId: taskId,
  ...(newAssigneeId
    ? { type: 'task.assigned' as const, data: { staffId: newAssigneeId } }
    : { type: RECORD_CHANGED, data: {} }),
});
