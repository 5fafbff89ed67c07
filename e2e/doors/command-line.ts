import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

type Run = { done: boolean; said: string };

/** Runs one command as who has the machine does. */
export function dateline(args: readonly string[], dataDir: string): Run {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'dateline', '--', ...args], {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    encoding: 'utf8',
  });
  return { done: status === 0, said: stdout + stderr };
}

/** Each command of the command line, by name, done on the running site or on a folder of its own. */
export const COMMANDS: Record<string, (site: string, empty: string) => Run> = {
  verify: (site) => dateline(['verify'], site),
  doctor: (site) => dateline(['doctor'], site),
  'user add': (site) => {
    const about = { email: 'more@permissions.example', name: 'More', role: 'editor' };
    const options = Object.entries(about).flatMap(([name, value]) => [`--${name}`, value]);
    return dateline(['user', 'add', ...options], site);
  },
  'keys rotate': (site) => dateline(['keys', 'rotate'], site),
  sample: (_site, empty) => {
    const added = dateline(['sample'], join(empty, 'sample'));
    return added.done ? dateline(['sample', '--remove'], join(empty, 'sample')) : added;
  },
  backup: (site, empty) => dateline(['backup', backups(empty)], site),
  restore: (site, empty) => {
    const made = dateline(['backup', backups(empty)], site);
    const folder = readdirSync(backups(empty)).find((name) => name !== 'apart') ?? 'none';
    return made.done
      ? dateline(['restore', join(backups(empty), folder)], join(empty, 'restored'))
      : made;
  },
};

function backups(empty: string): string {
  const folder = join(empty, 'backups');
  mkdirSync(folder, { recursive: true });
  return folder;
}
