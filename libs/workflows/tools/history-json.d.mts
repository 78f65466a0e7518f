import type { History } from '@temporalio/common/lib/proto-utils.js';

export function historyToJson(history: History): string;
export function historyFromJson(json: string): History;
