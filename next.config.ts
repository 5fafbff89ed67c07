import { join } from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: false,
  // It matches no crawler: they get the same one finished page as everybody else. The door calls by
  // this name for the desk's pages, which are rendered whole for whoever asks.
  htmlLimitedBots: /^dateline-desk$/,
  cacheHandler: join(import.meta.dirname, 'server/press/pages.ts'),
  cacheHandlers: { default: join(import.meta.dirname, 'server/press/data.ts') },
  cacheMaxMemorySize: 0,
  // The longest story that may be stored is larger than Next's own limit.
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
  compress: false,
  poweredByHeader: false,
  serverExternalPackages: [
    'better-sqlite3',
    'pg',
    '@node-rs/argon2',
    'sharp',
    'libsodium-wrappers',
  ],
  typescript: { ignoreBuildErrors: true },
  distDir: process.env.DATELINE_DIST ?? '.next',
};

export default config;
