import autocannon from 'autocannon';

/** What came of one stretch of load; `cpuShare` is of one core, by the generator itself. */
export type Load = {
  perSecond: number;
  medianMs: number;
  p99Ms: number;
  failed: number;
  cpuShare: number;
};

/** Without a rate as many as it can; with one so many a second, and what is late counts as late. */
const [url = '', connections = '50', seconds = '5', rate = ''] = process.argv.slice(2);
const before = process.cpuUsage();
const began = performance.now();
const result = await autocannon({
  url,
  connections: Number(connections),
  duration: Number(seconds),
  headers: { 'accept-encoding': 'gzip' },
  ...(rate ? { overallRate: Number(rate) } : {}),
});
const cpu = process.cpuUsage(before);
const load: Load = {
  perSecond: result.requests.total / result.duration,
  medianMs: result.latency.p50,
  p99Ms: result.latency.p99,
  failed: result.errors + result.timeouts + result.non2xx,
  cpuShare: (cpu.user + cpu.system) / 1000 / (performance.now() - began),
};
console.log(JSON.stringify(load));
