import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const TWIN = join(import.meta.dirname, '..', 'twin.ts');

test('nobody starts a site whose chance is known by hand', () => {
  const { status, stderr } = spawnSync(process.execPath, [TWIN], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('on a copy that it made');
});

test('nor on a site that is no copy, whoever tells it to', async () => {
  const child = spawn(process.execPath, [TWIN], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  onTestFinished(() => void child.kill());
  const [code] = await once(child, 'exit');
  expect(code).toBe(1);
});
