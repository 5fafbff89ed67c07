/**
 * The mailer: a process of its own, and the only one with the key that opens addresses. Started by
 * `npm start`, or alone as `node server/mailer.ts`; with `--keys` it makes its keys and ends.
 */
import { setPriority } from 'node:os';
import { OperatorError } from '#lib/errors.ts';
import { makeMailerKeys } from '#lib/mailer-keys.ts';

const BEHIND = 10;

try {
  await makeMailerKeys();
  if (!process.argv.includes('--keys')) {
    // Readers go first wherever there is not enough for all.
    setPriority(BEHIND);
    const { runMailer } = await import('#server/mailer/run.ts');
    await runMailer();
  }
} catch (error) {
  if (error instanceof OperatorError) console.error(error.message);
  else console.error('The mailer could not start:', error);
  process.exit(1);
}
