/** Milliseconds that this process has computed: what a text costs, however busy the machine is with other things. */
export const cpuClock = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};
