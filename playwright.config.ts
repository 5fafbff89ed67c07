import { defineConfig } from '@playwright/test';

/** Run by scripts/e2e.ts, which starts the site and sets these. */
const { SITE_URL, CHROMIUM_PATH, CI } = process.env;
if (!SITE_URL || !CHROMIUM_PATH) throw new Error('run the specs by: npm run e2e');

// Chromium refuses its sandbox to root; the rest keeps it from calling home.
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** These start sites of their own. */
const APART = /\/(canary|canary-outside|flood|permissions|proof|twin)\.spec\.ts$/;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  reporter: 'list',
  forbidOnly: CI !== undefined,
  // One that passes at the second time is listed as flaky, which is a defect to find; .ci/run says so.
  retries: CI === undefined ? 0 : 1,
  // In one newsroom specs would see each other's stories: one after the other. What has a site of its
  // own goes on beside them.
  workers: 2,
  projects: [
    { name: 'newsroom', testIgnore: APART, workers: 1 },
    { name: 'apart', testMatch: APART, workers: 1 },
  ],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: SITE_URL,
    launchOptions: { executablePath: CHROMIUM_PATH, args },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
