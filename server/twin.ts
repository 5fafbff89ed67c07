/**
 * One of the two sites that `dateline prove-privacy` compares: the whole site, on a copy, with clock and
 * chance held still. It does what the process that started it says, over the channel between the two,
 * and nothing that a stranger could say: `npm start` does not come by here.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '#lib/env.ts';
import { loggable } from '#lib/errors.ts';
import type { TwinBeginning, TwinOrder, TwinReply } from '#lib/twin-orders.ts';
import { Stillness } from '#server/twin/stillness.ts';

function reply(message: TwinReply): void {
  process.send?.(message);
}

async function begin({ seed, at }: TwinBeginning): Promise<void> {
  const still = new Stillness(seed, new Date(at));
  // Only now: whatever is loaded from here on finds the clock and chance that it is to have.
  const { TwinSite } = await import('#server/twin/site.ts');
  const site = new TwinSite(still);
  process.on('message', (order: TwinOrder) => {
    site.obey(order).then(
      (value) => reply({ value }),
      (error) => reply({ failed: loggable(error) }),
    );
  });
  process.once('disconnect', () => void site.close().finally(() => process.exit(0)));
  reply({ value: null });
}

if (!process.send || !existsSync(join(env().dataDir, 'twin'))) {
  console.error('This is started by dateline prove-privacy, on a copy that it made.');
  process.exit(1);
}
process.once('message', (beginning: TwinBeginning) => void begin(beginning));
