/** Readers who comment, from a process of their own: so many a second, whether answered or not. */
import { Agent, request } from 'node:http';

export type Commented = {
  sent: number;
  statuses: Record<string, number>;
  /** Where the answers led: the writers' own pages. */
  locations: string[];
  medianMs: number;
  p99Ms: number;
};

const [url = '', perSecond = '200', seconds = '10', first = '0'] = process.argv.slice(2);
const EVERY_MS = 1000 / Number(perSecond);
const agent = new Agent({ keepAlive: true, maxSockets: 200 });
const WORDS =
  'the council says that this bridge was promised four years ago and nobody knows why'.split(' ');

const times: number[] = [];
const locations: string[] = [];
const statuses: Record<string, number> = {};

function send(n: number): Promise<void> {
  const words = Array.from(
    { length: 20 + (n % 60) },
    (_, at) => WORDS[(n + at * 7) % WORDS.length],
  );
  const body = new URLSearchParams({
    text: `Number ${n}: ${words.join(' ')}.`,
    name: `Reader ${n}`,
    email: `reader-${n}@example.com`,
  }).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    // Each from a network of its own: a limit for one network is not what is measured.
    'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
  };
  const began = performance.now();
  return new Promise((resolve) => {
    const count = (status: string) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      times.push(performance.now() - began);
      resolve();
    };
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      if (answer.headers.location) locations.push(answer.headers.location);
      answer.resume().once('end', () => count(String(answer.statusCode)));
    });
    sent.once('error', (error) => count(error.message));
    sent.end(body);
  });
}

const all: Promise<void>[] = [];
const began = performance.now();
const total = Number(perSecond) * Number(seconds);
await new Promise<void>((resolve) => {
  const timer = setInterval(() => {
    const due = Math.min(total, Math.floor((performance.now() - began) / EVERY_MS));
    while (all.length < due) all.push(send(Number(first) + all.length));
    if (all.length < total) return;
    clearInterval(timer);
    resolve();
  }, 2);
});
await Promise.all(all);
agent.destroy();
times.sort((a, b) => a - b);
const result: Commented = {
  sent: all.length,
  statuses,
  locations,
  medianMs: times[Math.floor(times.length / 2)] ?? Number.NaN,
  p99Ms: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
};
console.log(JSON.stringify(result));
