import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { NativeConnection } from '@temporalio/worker';
import { workflowIdOf } from '@cueline/workflows/messages';
import './quiet-runtime.js';
import { required } from './required-env.js';
import { until } from './until.js';

/** A namespace of a suite's own on the real server, without a worker: what runs are told waits there to be read. */
export class TestNamespace {
  private constructor(
    readonly name: string,
    private readonly connection: NativeConnection,
    readonly client: Client,
  ) {}

  static async open(): Promise<TestNamespace> {
    const namespace = `suite-${randomUUID()}`;
    const connection = await NativeConnection.connect({ address: required('TEST_TEMPORAL_ADDRESS') });
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('1 day'),
    });
    const client = new Client({ connection, namespace });
    await until('the namespace is known', async () => (await client.workflow.count()).count === 0);
    return new TestNamespace(namespace, connection, client);
  }

  async hasBegun(runId: string): Promise<boolean> {
    try {
      await this.client.workflow.getHandle(workflowIdOf(runId)).describe();
      return true;
    } catch (error) {
      if ((error as Error).name === 'WorkflowNotFoundError') return false;
      throw error;
    }
  }

  /** The arguments of the signals that a run was sent, in the order in which it will take them. */
  async signals<Signal>(runId: string): Promise<Signal[]> {
    const { events } = await this.client.workflow.getHandle(workflowIdOf(runId)).fetchHistory();
    return (events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signal }) =>
      signal ? [JSON.parse(Buffer.from(signal.input!.payloads![0]!.data!).toString()) as Signal] : [],
    );
  }

  /** With its runs, for the server is everybody's. */
  async close(): Promise<void> {
    const namespace = this.name;
    await this.connection.operatorService.deleteNamespace({ namespace });
    await this.connection.close();
  }
}
