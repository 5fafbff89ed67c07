/**
 * `npm run e2e [-- what Playwright takes]`: finds or installs Chromium, starts the whole site on an
 * empty DATA_DIR, runs the specs of e2e/ against it, and takes everything down.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '#lib/errors.ts';
import { chromiumPath } from '#scripts/e2e/chromium.ts';
import { type Site, startSite } from '#scripts/e2e/site.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'dateline-e2e-'));
let site: Site | undefined;
let specs: ChildProcess | undefined;

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => specs?.kill('SIGINT'));
}

try {
  const chromium = chromiumPath();
  console.log('Starting the site, built if needed.');
  site = await startSite(dataDir);
  specs = spawn(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)],
    {
      env: { ...process.env, CHROMIUM_PATH: chromium, SITE_URL: site.url, DATA_DIR: dataDir },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const [code] = await once(specs, 'exit');
  process.exitCode = typeof code === 'number' ? code : 1;
} catch (error) {
  console.error(error instanceof OperatorError ? error.message : error);
  process.exitCode = 1;
} finally {
  await site?.stop();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
}
