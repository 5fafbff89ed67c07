/**
 * Another process on the same database. It does one step for each line that it is told, and says
 * so in a line of its own; see tests/processes.ts.
 */
import { createInterface } from 'node:readline';
import { settings } from '#db/schema/site.ts';
import { closeStores, transaction } from '#db/store.ts';

const name = process.argv[2] ?? 'child';
let written = 0;

async function write(): Promise<void> {
  await transaction(async (tx) => {
    await tx.insert(settings).values({ key: `${name} ${written++}`, value: true });
  });
}

async function holdForEver(): Promise<void> {
  await transaction(async (tx) => {
    await tx.insert(settings).values({ key: `${name} held`, value: true });
    process.stdout.write('holding\n');
    await new Promise(() => undefined);
  });
}

process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const [step, count] = line.split(' ');
  if (step === 'hold') await holdForEver();
  for (let i = 0; i < Number(count ?? 1); i++) await write();
  process.stdout.write('written\n');
}
await closeStores();
