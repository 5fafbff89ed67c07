import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

function under(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });
    await import('./lib/node-guard.mjs');`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', pretend], { encoding: 'utf8' });
}

test.each(['20.20.2', '23.11.0', '8.0.0'])(
  'Node %s is refused in one clear sentence',
  (version) => {
    const { status, stderr } = under(version);
    expect(status).toBe(1);
    expect(stderr).toContain('Dateline needs Node 24 or newer');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  },
);

test.each(['24.0.0', '26.1.0'])('Node %s is let through', (version) => {
  expect(under(version)).toMatchObject({ status: 0, stderr: '' });
});
