import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '#lib/errors.ts';
import { freePort } from '#lib/ports.ts';

/** The first start builds the pages. */
const START_LIMIT_MS = 300_000;
const STOP_LIMIT_MS = 10_000;

/** `pid` is also the id of the group of all its processes. */
export type Site = {
  url: string;
  port: number;
  pid: number;
  stop(): Promise<void>;
  /** As when the power fails: nothing is finished or said. */
  kill(): Promise<void>;
};
/** `hear` gets everything that the site prints. */
type Options = {
  env?: Record<string, string>;
  hear?: (said: string) => void;
  /** The name that the site goes by; passkeys are not made for a number. */
  host?: '127.0.0.1' | 'localhost';
  /** For who has to know the address before. */
  port?: number;
};

/** The whole of Dateline as `npm start` runs it, built if needed, on a free port if none is named. */
export async function startSite(
  dataDir: string,
  { env = {}, hear = () => undefined, host = '127.0.0.1', port: named }: Options = {},
): Promise<Site> {
  const port = named ?? (await freePort());
  const url = `http://${host}:${port}`;
  const server = spawn(process.execPath, asNpmStarts(), {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(port),
      SITE_URL: url,
      NODE_ENV: 'production',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what the server starts is stopped with it.
    detached: true,
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-20_000);
      hear(text);
    });
  }
  const site = {
    url,
    port,
    pid: server.pid ?? 0,
    stop: () => end(server, 'SIGTERM'),
    kill: () => end(server, 'SIGKILL'),
  };
  if (await answers(`${url}/readyz`, server)) return site;
  await site.stop();
  console.error(said);
  throw new OperatorError('The site did not start: the lines above say why.');
}

/** What follows `node` in package.json's `start`, so that what is measured is what people run. */
function asNpmStarts(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').slice(1);
}

async function answers(url: string, server: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + START_LIMIT_MS;
  while (performance.now() < deadline && server.exitCode === null && server.signalCode === null) {
    const ready = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return true;
    await sleep(100);
  }
  return false;
}

async function end(server: ChildProcess, how: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  signal(server, how);
  const late = AbortSignal.timeout(STOP_LIMIT_MS);
  late.addEventListener('abort', () => signal(server, 'SIGKILL'));
  await ended;
}

function signal(server: ChildProcess, name: NodeJS.Signals): void {
  if (server.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? server.pid : -server.pid, name);
  } catch {
    // It has ended by itself.
  }
}
