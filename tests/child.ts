/**
 * Another process on the same database. It does one step for each line that it is told, and says
 * so in a line of its own; see tests/processes.ts.
 */
import { createInterface } from 'node:readline';
import { touch } from '#db/outbox.ts';
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
  const [step, what = '1'] = line.split(' ');
  if (step === 'hold') await holdForEver();
  if (step === 'touch') await transaction((tx) => touch(tx, [what]));
  if (step === 'write') for (let i = 0; i < Number(what); i++) await write();
  process.stdout.write('written\n');
}
await closeStores();
