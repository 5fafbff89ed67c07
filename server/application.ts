import type { RequestListener } from 'node:http';
import { keyFor } from '#lib/keys.ts';
import { buildIfNeeded, distDirectory } from '#server/build.ts';

type Where = { root: string; host: string; port: number; siteUrl: string; dev: boolean };

/** Next, built if needed, with nothing in front of it. */
export async function openApplication({ root, host, port, siteUrl, dev }: Where) {
  setUpEnvironment(siteUrl, dev);
  const distDir = distDirectory();
  if (!dev) await buildIfNeeded(root, distDir);
  const { default: next } = await import('next');
  const app = next({ dev, dir: root, hostname: host, port, quiet: !dev });
  await app.prepare();
  return {
    distDir,
    handle: app.getRequestHandler() as RequestListener,
    upgradeHandler: () => app.getUpgradeHandler(),
    close: () => app.close(),
  };
}

/** next-auth and Next read these from the environment. */
function setUpEnvironment(siteUrl: string, dev: boolean): void {
  Object.assign(process.env, {
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // Node reads next.config.ts by itself: the compiler, of 45 MB, is not loaded for it.
    __NEXT_NODE_NATIVE_TS_LOADER_ENABLED: 'true',
    NEXTAUTH_URL: siteUrl,
    NEXTAUTH_SECRET: keyFor('session').toString('base64'),
  });
}
