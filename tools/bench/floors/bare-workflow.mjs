import { proxyLocalActivities } from '@temporalio/workflow';

const { nothing } = proxyLocalActivities({ startToCloseTimeout: '10 s' });

/** The least a durable run can be: one local activity that does nothing. */
export async function bareRun() {
  await nothing();
}
