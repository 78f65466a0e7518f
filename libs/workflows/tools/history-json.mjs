/**
 * Temporal histories as JSON and back, by the message classes themselves: the SDK's own conversion compares types of two copies of
 * protobufjs where npm installs more than one, and then refuses every history.
 */
import proto from '@temporalio/proto';

const { History } = proto.temporal.api.history.v1;

export const historyToJson = (history) =>
  `${JSON.stringify(History.toObject(History.fromObject(history), { longs: String, enums: String, bytes: String }), null, 2)}\n`;

export const historyFromJson = (json) => History.fromObject(JSON.parse(json));
