import { join } from 'node:path';
import { closeStores } from '#db/store.ts';
import { listUnlisted } from '#features/stories/jobs.ts';
import { env } from '#lib/env.ts';
import { OperatorError } from '#lib/errors.ts';
import { ledger } from '#lib/ledger.ts';
import { publicKey } from '#lib/mailer-public.ts';
import { openApplication } from '#server/application.ts';
import { DueClock } from '#server/clock.ts';
import { greet, prepareNewsroom } from '#server/greeting.ts';
import { closeGracefully, type Listening, listen } from '#server/listen.ts';
import { MailerKeeper } from '#server/mailer/keeper.ts';
import { Touches } from '#server/press/touches.ts';
import { openSite } from '#server/site.ts';
import { openStores } from '#server/stores.ts';

const ROOT = join(import.meta.dirname, '..');

/** Starts everything, in the order in which something can be wrong, and stops it on a signal. */
async function start(dev: boolean): Promise<void> {
  await openStores();
  await listUnlisted();
  const { host, port } = env();
  const listening = await listen(host, port);
  // With PORT=0 the system chose one, and every address that is written from now on has it.
  process.env.PORT = String(listening.port);
  const settings = env();
  const { siteUrl } = settings;
  const app = await openApplication({ root: ROOT, host, port: listening.port, siteUrl, dev });

  publicKey();
  const mailer = new MailerKeeper();
  mailer.start();
  const clock = new DueClock(ledger(), new Touches(ledger()));
  if (settings.sample) await prepareNewsroom();
  clock.start();
  listening.open(openSite(settings, app.handle, { root: ROOT, distDir: app.distDir, dev }));
  if (dev) listening.server.on('upgrade', app.upgradeHandler());
  await greet(siteUrl);
  stopOnSignal(listening, clock, async () => {
    await mailer.stop();
    await app.close();
  });
}

/** Lets in nobody new, lets everybody finish, and leaves nothing half done. */
function stopOnSignal(
  listening: Listening,
  clock: DueClock,
  closeOthers: () => Promise<void>,
): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await closeGracefully(listening.server);
    await clock.stop();
    await closeOthers();
    await closeStores();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
}

try {
  await start(process.argv.includes('--dev'));
} catch (error) {
  if (error instanceof OperatorError) console.error(error.message);
  else console.error('Dateline could not start:', error);
  process.exit(1);
}
