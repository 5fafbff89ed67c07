/** `npm run migrations -- NAME`: writes what the schema asks for, for both stores and databases. */
import { spawnSync } from 'node:child_process';

const name = process.argv[2];
if (name === undefined) {
  console.error('Say in a word what changes: npm run migrations -- add-pins');
  process.exit(2);
}

for (const store of ['dateline', 'identity']) {
  for (const url of ['file:', 'postgres:']) {
    const { status } = spawnSync('drizzle-kit', ['generate', '--name', name], {
      env: { ...process.env, DATELINE_STORE: store, DATABASE_URL: url },
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) process.exit(1);
  }
}
