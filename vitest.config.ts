import { defineConfig } from 'vitest/config';

const TESTS = ['**/*.test.{ts,tsx}'];
const NEVER = ['node_modules/**', '.next*/**', 'e2e/**', 'data/**'];
const SET_UP = { setupFiles: ['./tests/set-up.ts'] };

/**
 * Every test runs twice, on SQLite and on a real PostgreSQL. One that touches no row is named
 * `*.pure.test.ts` and runs once.
 */
export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        test: {
          ...SET_UP,
          name: 'sqlite',
          include: TESTS,
          exclude: NEVER,
          globalSetup: ['./tests/workplace.ts'],
        },
      },
      {
        test: {
          ...SET_UP,
          name: 'postgres',
          include: TESTS,
          exclude: [...NEVER, '**/*.pure.test.{ts,tsx}'],
          globalSetup: ['./tests/workplace.ts', './tests/postgres.ts'],
        },
      },
    ],
  },
});
