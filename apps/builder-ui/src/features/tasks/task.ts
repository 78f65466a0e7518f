import type { listTasks } from '../../api-client/generated/sdk.gen.js';

/** A task as the list has it. */
export type Task = Awaited<ReturnType<typeof listTasks<true>>>['data']['items'][number];
