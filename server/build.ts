import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode, OperatorError } from '#lib/errors.ts';

/** What the build is made of. A test, or the server's own files, change nothing in it. */
const SOURCES = [
  'app/**/*',
  'components/**/*',
  'features/**/*',
  'db/**/*.ts',
  'lib/**/*.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
];

/** The folder of the build, from the root. */
export function distDirectory(): string {
  return process.env.DATELINE_DIST ?? '.next';
}

/** A digest of everything that the build is made of. */
function sourceDigest(root: string): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Builds if there is no build, or one of other sources. Returns false if there was nothing to do. */
export async function buildIfNeeded(root: string, distDir: string): Promise<boolean> {
  const stamp = join(root, distDir, 'dateline-sources');
  const digest = sourceDigest(root);
  if (readIfThere(stamp) === digest) return false;
  console.log('Building the pages (once, about a minute) …');
  await runBuild(root);
  writeFileSync(stamp, digest);
  return true;
}

function runBuild(root: string): Promise<void> {
  const next = join(root, 'node_modules/next/dist/bin/next');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString('utf8')).slice(-20_000);
      });
    }
    const end = (signal: NodeJS.Signals) => child.kill(signal);
    process.once('SIGINT', end).once('SIGTERM', end);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGINT', end).off('SIGTERM', end);
      if (code === 0) return resolve();
      console.error(said);
      reject(new OperatorError('The build failed: what it said is above.'));
    });
  });
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
