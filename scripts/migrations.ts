/** `npm run migrations -- NAME`: writes what the schema asks for, for all stores and both databases. */
import { spawnSync } from 'node:child_process';

const name = process.argv[2];
if (name === undefined) {
  console.error('Say in a word what changes: npm run migrations -- add-pins');
  process.exit(2);
}

for (const store of ['dateline', 'identity', 'person-keys']) {
  for (const url of ['file:', 'postgres:']) {
    const { status } = spawnSync('drizzle-kit', ['generate', '--name', name], {
      env: { ...process.env, DATELINE_STORE: store, DATABASE_URL: url },
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) process.exit(1);
  }
}
