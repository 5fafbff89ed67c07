import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that holds the DATA_DIR of every test file of this run. */
    workplace: string;
    /** Where the run's PostgreSQL is; not there in the SQLite project. */
    postgres?: string;
  }
}

export default function makeWorkplace(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  project.provide('workplace', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
