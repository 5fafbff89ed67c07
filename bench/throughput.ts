import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buffer, text } from 'node:stream/consumers';
import type { Payload } from '#bench/bare.ts';
import type { Load } from '#bench/generator.ts';
import { usedBy, watchMemory } from '#bench/processes.ts';
import { atLeast, atMost, median, type Row } from '#bench/table.ts';
import { startSite } from '#scripts/e2e/site.ts';

const CONNECTIONS = 50;
const MB = 1024 * 1024;

type Target = { name: 'bare' | 'pressed' | 'off'; url: string; group: number };
type Measured = Load & { serverCpuMs: number };

/** A pressed story against a bare server that sends the same bytes, and against `PRESS=0`. */
export async function throughput(
  dataDir: string,
  path: string,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<Row[]> {
  const pressed = await startSite(dataDir);
  const off = await startSite(dataDir, { env: { PRESS: '0' } });
  const bare = await startBare(join(dataDir, 'payload.json'), await answerOf(pressed.url + path));
  try {
    const targets: Target[] = [
      { name: 'bare', url: bare.url + path, group: bare.pid },
      { name: 'pressed', url: pressed.url + path, group: pressed.pid },
      { name: 'off', url: off.url + path, group: off.pid },
    ];
    for (const { url } of targets) await load(url, 2);
    const all: Record<Target['name'], Measured[]> = { bare: [], pressed: [], off: [] };
    const mostBytes = { bare: 0, pressed: 0, off: 0 };
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, url, group } of targets) {
        const most = watchMemory(group);
        all[name].push(await measured(url, group, seconds));
        mostBytes[name] = Math.max(mostBytes[name], most());
      }
    }
    return rowsOf(all, mostBytes);
  } finally {
    await Promise.all([pressed.stop(), off.stop(), bare.stop()]);
  }
}

function rowsOf(
  all: Record<Target['name'], Measured[]>,
  mostBytes: Record<Target['name'], number>,
): Row[] {
  const rate = (name: Target['name']) => median(all[name].map((one) => one.perSecond));
  const cpu = (name: Target['name']) => median(all[name].map((one) => one.serverCpuMs));
  const latency = (name: Target['name']) => median(all[name].map((one) => one.p99Ms));
  const share = Math.max(...[...all.bare, ...all.pressed].map((one) => one.cpuShare));
  const limit = share > 0.9 ? 'it was the limit for bare and pressed' : 'it was not the limit';
  const rates = (name: Target['name'], what: string): Row => ({
    what,
    figure: `${rate(name).toFixed(0)}/s, p99 ${latency(name).toFixed(0)} ms, ${(cpu(name) * 1000).toFixed(0)} µs of CPU each`,
  });
  return [
    {
      what: 'Generator',
      figure: `autocannon ${generatorVersion()}, ${CONNECTIONS} connections, Accept-Encoding: gzip`,
    },
    { what: 'Its share of a core', figure: `at most ${(share * 100).toFixed(0)} %: ${limit}` },
    rates('bare', 'Bare Node server, the same bytes'),
    rates('pressed', 'Story, pressed'),
    rates('off', 'Story, PRESS=0'),
    atLeast('Pressed to bare', rate('pressed') / rate('bare'), 0.75),
    atLeast('Pressed to PRESS=0', rate('pressed') / rate('off'), 12, 1),
    atMost('Memory of all processes, pressed', mostBytes.pressed / MB, 400, 'MB'),
    { what: 'Memory of all processes, PRESS=0', figure: `${(mostBytes.off / MB).toFixed(0)} MB` },
  ];
}

async function measured(url: string, group: number, seconds: number): Promise<Measured> {
  const before = usedBy(group)?.cpuSeconds ?? Number.NaN;
  const result = await load(url, seconds);
  const after = usedBy(group)?.cpuSeconds ?? Number.NaN;
  if (result.failed > 0) throw new Error(`${result.failed} requests to ${url} failed`);
  return { ...result, serverCpuMs: ((after - before) * 1000) / (result.perSecond * seconds) };
}

/** Load from a process of its own, so that it has a core for itself where there are two. */
async function load(url: string, seconds: number): Promise<Load> {
  const script = join(import.meta.dirname, 'generator.ts');
  const child = spawn(process.execPath, [script, url, String(CONNECTIONS), String(seconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(await text(child.stdout)) as Load;
}

async function startBare(file: string, payload: Payload) {
  writeFileSync(file, JSON.stringify(payload));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const [port] = await once(createInterface({ input: child.stdout }), 'line');
  const stop = async () => {
    child.kill();
    await once(child, 'exit');
  };
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop };
}

/** The answer as it comes over the wire; the lines that Node writes by itself are left to it. */
async function answerOf(url: string): Promise<Payload> {
  const request = get(url, { headers: { 'accept-encoding': 'gzip' } });
  const [response] = await once(request, 'response');
  const body = (await buffer(response)).toString('base64');
  const raw: string[] = response.rawHeaders;
  const headers: string[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [name = '', value = ''] = [raw[at], raw[at + 1]];
    if (!/^(date|connection|keep-alive)$/i.test(name)) headers.push(name, value);
  }
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
  return { headers, body };
}

function generatorVersion(): string {
  const manifest = new URL('../node_modules/autocannon/package.json', import.meta.url);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
