import { onePerProcess } from '#lib/singleton.ts';

type Job = () => Promise<void>;
type Lines = { urgent: Job[]; idle: Job[]; running: boolean };

const MOST_URGENT = 200;
const MOST_IDLE = 20_000;

/** So many wait already that another would wait too long. */
export class TooBusy extends Error {
  override name = 'TooBusy';
}

/**
 * One at a time: a picture of fifty megapixels takes 200 MB while it is unpacked. Whoever waits for an
 * answer goes before what is made ahead of its time.
 */
export function inTurn<T>(work: () => Promise<T>, urgent = true): Promise<T> {
  const lines = onePerProcess<Lines>('darkroom', () => ({ urgent: [], idle: [], running: false }));
  const line = urgent ? lines.urgent : lines.idle;
  if (line.length >= (urgent ? MOST_URGENT : MOST_IDLE)) return Promise.reject(new TooBusy());
  return new Promise<T>((resolve, reject) => {
    line.push(() => work().then(resolve, reject));
    if (!lines.running) void run(lines);
  });
}

async function run(lines: Lines): Promise<void> {
  lines.running = true;
  for (;;) {
    const job = lines.urgent.shift() ?? lines.idle.shift();
    if (!job) break;
    await job();
  }
  lines.running = false;
}
