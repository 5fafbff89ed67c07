import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { closeGracefully, listen } from '#server/listen.ts';

// A process that starts beside all others takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** Starts Dateline as `npm start` does, and gives back how it ended. */
async function startWith(env: Record<string, string>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  return { code, said: said.trim() };
}

async function busyPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test('a port in use is said in one sentence, before anything is built', async () => {
  const port = await busyPort();
  const { code, said } = await startWith({ PORT: String(port) });
  expect(code).toBe(1);
  expect(said).toBe(`Port ${port} is in use: stop what uses it, or start with another PORT.`);
});

test('a DATA_DIR that cannot be written to is said in one sentence', async () => {
  const file = join(inject('workplace'), 'a-file');
  writeFileSync(file, '');
  const dataDir = join(file, 'data');
  const { code, said } = await startWith({ DATA_DIR: dataDir, PORT: '0' });
  expect(code).toBe(1);
  expect(said).toBe(`DATA_DIR ${dataDir} cannot be written to.`);
});

test('a setting that makes no sense is said in one sentence', async () => {
  const { code, said } = await startWith({ PORT: 'many' });
  expect(code).toBe(1);
  expect(said).toMatch(/^PORT: [^\n]+\.$/);
});

test('until everything is there a proxy is told to come back, and then it is answered', async () => {
  const listening = await listen('127.0.0.1', 0);
  onTestFinished(() => closeGracefully(listening.server));
  const url = `http://127.0.0.1:${listening.port}/`;
  const early = await fetch(url);
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '2']);
  listening.open((_req, res) => res.end('here'));
  expect(await (await fetch(url)).text()).toBe('here');
});

test('who is being answered when it stops is answered, and nobody new is let in', async () => {
  const listening = await listen('127.0.0.1', 0);
  const gate = Promise.withResolvers<void>();
  const entered = Promise.withResolvers<void>();
  listening.open(async (_req, res) => {
    entered.resolve();
    await gate.promise;
    res.end('finished');
  });
  const url = `http://127.0.0.1:${listening.port}/`;
  const slow = fetch(url, { headers: { connection: 'close' } });
  await entered.promise;
  const closed = closeGracefully(listening.server);
  const late = connect(listening.port, '127.0.0.1');
  expect((await once(late, 'error'))[0]).toMatchObject({ code: 'ECONNREFUSED' });
  gate.resolve();
  expect(await (await slow).text()).toBe('finished');
  await closed;
});
