import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { OperatorError } from '#lib/errors.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium on this machine; puts one there if there is none. */
export function chromiumPath(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new OperatorError(`CHROMIUM_PATH is ${named}, and there is no such file.`);
  }
  const found = find();
  if (found) return found;
  console.log('There is no Chromium on this machine: installing one.');
  for (const install of [installWithPlaywright, installWithPackages]) {
    const installed = install() ? find() : undefined;
    if (installed) return installed;
  }
  throw new OperatorError(
    'The end-to-end tests need Chromium, and it could not be installed: install it ' +
      '(on Debian and Ubuntu: sudo apt-get install chromium), or set CHROMIUM_PATH to it.',
  );
}

function find(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    chromium.executablePath(),
    ...NAMES.flatMap((name) =>
      [...folders, '/usr/bin', '/snap/bin'].map((folder) => join(folder, name)),
    ),
    ...USUAL_PLACES,
  ];
  return candidates.find((path) => path !== '' && existsSync(path));
}

/** The browser that this Playwright was made for, where its server can be reached. */
function installWithPlaywright(): boolean {
  // As root it also brings the system's libraries; anybody else would be asked for a password.
  const more = isRoot() ? ['--with-deps'] : [];
  return ran('playwright', ['install', ...more, 'chromium'], 180_000);
}

function installWithPackages(): boolean {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return false;
  // An update that fails may still leave lists that are good enough.
  ran('apt-get', ['update'], 300_000);
  return ran('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 900_000);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function ran(command: string, args: readonly string[], timeout: number): boolean {
  console.log(`$ ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout,
  });
  return status === 0;
}
