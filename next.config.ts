import type { NextConfig } from 'next';

const config: NextConfig = {
  // Whoever it matches gets pages that are rendered whole. The door asks for all of them by this name.
  htmlLimitedBots: /^dateline$/,
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
