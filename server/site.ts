import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { settings } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { lookUp } from '#features/paths/queries.ts';
import { now } from '#lib/clock.ts';
import type { Env } from '#lib/env.ts';
import { ledger } from '#lib/ledger.ts';
import { Assets } from '#server/door/assets.ts';
import { Desk } from '#server/door/desk.ts';
import { door } from '#server/door/door.ts';
import { Forms } from '#server/door/forms.ts';
import { nextOrigin } from '#server/door/origin.ts';
import { Readers } from '#server/door/readers.ts';
import { Press } from '#server/press/press.ts';

function later(work: () => void, ms: number): void {
  setTimeout(work, ms).unref();
}

/** The door with everything behind it, for a Next that answers by `handle`. */
export function openSite(
  { siteUrl, press: pressed, trustProxy }: Env,
  handle: RequestListener,
  { root, distDir, dev }: { root: string; distDir: string; dev: boolean },
): RequestListener {
  const secure = siteUrl.startsWith('https://');
  const origin = nextOrigin(handle, ledger(), siteUrl);
  const readers = new Readers({ origin, lookUp, secure });
  const desk = new Desk({ handle, secure, dev });
  const assets = new Assets(
    { public: join(root, 'public'), ...(dev ? {} : { built: join(root, distDir, 'static') }) },
    secure,
  );
  return door({
    press: new Press({ ledger: ledger(), on: pressed, now, later }),
    readers,
    desk,
    forms: new Forms({ origin, readers, desk, siteUrl }),
    assets,
    secure,
    trustProxy,
    async checkReady() {
      await read.select({ key: settings.key }).from(settings).limit(1);
    },
  });
}
