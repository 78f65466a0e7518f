/** What sending costs at least: nodemailer's own pool and mails that are written already. Its clock and its CPU are those of this process alone. */
import { createTransport } from 'nodemailer';

/**
 * @param smtp `smtp://host:port`
 * @param raw a whole message
 */
export function rawMail(smtp, raw) {
  const transport = createTransport({ url: smtp, pool: true, maxConnections: 4, maxMessages: Infinity });
  return {
    /** Sends so many. @returns {Promise<{ ms: number, cpuMs: number }>} */
    async send(count) {
      const since = performance.now();
      const cpu = process.cpuUsage();
      const envelope = { from: 'studio@bench.test', to: 'mara@bench.test' };
      await Promise.all(Array.from({ length: count }, () => transport.sendMail({ envelope, raw })));
      const used = process.cpuUsage(cpu);
      return { ms: performance.now() - since, cpuMs: (used.user + used.system) / 1000 };
    },
    close: () => transport.close(),
  };
}
