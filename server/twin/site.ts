import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { drainOutbox } from '#db/outbox.ts';
import { commentRevisions, comments } from '#db/schema/comments.ts';
import { closeStores, read } from '#db/store.ts';
import { sendDue } from '#features/addresses/mailing.ts';
import { replaceAddresses } from '#features/addresses/stand-ins.ts';
import { approveComment, rejectComment } from '#features/comments/commands.ts';
import { forgetAddresses, LETTERS } from '#features/letters/jobs.ts';
import { system } from '#features/people/actor.ts';
import { addSample, makeArchive } from '#features/sample/commands.ts';
import { reindexAll } from '#features/search/jobs.ts';
import { listUnlisted } from '#features/stories/jobs.ts';
import { env } from '#lib/env.ts';
import { ledger } from '#lib/ledger.ts';
import type { TwinOrder } from '#lib/twin-orders.ts';
import { openApplication } from '#server/application.ts';
import { buildIfNeeded, distDirectory } from '#server/build.ts';
import { DueClock } from '#server/clock.ts';
import { handleEvent, TOGETHER } from '#server/events.ts';
import { closeGracefully, type Listening, listen } from '#server/listen.ts';
import { Touches } from '#server/press/touches.ts';
import { openSite } from '#server/site.ts';
import { openStores } from '#server/stores.ts';
import { furnish } from '#server/twin/furnishing.ts';
import type { Stillness } from '#server/twin/stillness.ts';
import { Visits } from '#server/twin/visits.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Enough that every list has a second page. */
const ARCHIVE = { stories: 400, comments: 400 };

const PROVER = system('prove-privacy');

/** The site of a twin, and what can be done to it from outside of HTTP. */
export class TwinSite {
  readonly #still: Stillness;
  readonly #visits = new Visits();
  readonly #clock = new DueClock(ledger(), new Touches(ledger()));
  readonly #asked = new Map<string, number>();
  #listening: Listening | undefined;
  #orders = 0;

  constructor(still: Stillness) {
    this.#still = still;
  }

  obey(order: TwinOrder): Promise<unknown> {
    this.#orders += 1;
    return this.#still.within(`order ${this.#orders}`, () => this.#do(order));
  }

  async close(): Promise<void> {
    if (this.#listening) await closeGracefully(this.#listening.server);
    await closeStores();
  }

  async #do(order: TwinOrder): Promise<unknown> {
    switch (order.do) {
      case 'found':
        return this.#found();
      case 'furnish':
        // Before there are two, of which the first would build and say so.
        await buildIfNeeded(ROOT, distDirectory());
        await openStores();
        if (order.index) await reindexAll();
        return furnish();
      case 'open':
        return this.#open(order.addresses);
      case 'forward':
        this.#still.forward(order.ms);
        return null;
      case 'settle':
        return this.#settle();
      case 'judge':
        return judge(order.text, order.move);
      case 'visits':
        return this.#visits.take();
    }
  }

  async #found(): Promise<null> {
    await openStores();
    const added = [await addSample(), await makeArchive({ ...ARCHIVE, seed: 'proof' })];
    for (const result of added) if (!result.ok) throw new Error(result.why);
    return this.#settle();
  }

  async #open(addresses: readonly string[]): Promise<{ people: number }> {
    await openStores();
    const people = await replaceAddresses((n) => made(addresses, n));
    await listUnlisted();
    await this.#settle();
    const settings = env();
    const { host, port, siteUrl } = settings;
    const app = await openApplication({ root: ROOT, host, port, siteUrl, dev: false });
    this.#listening = await listen(host, port);
    const handle = this.#visits.watching(app.handle);
    const { distDir } = app;
    this.#listening.open(
      this.#held(openSite(settings, handle, { root: ROOT, distDir, dev: false })),
    );
    return { people };
  }

  /** What a request draws depends on what is asked, and the how manieth time. */
  #held(answer: RequestListener): RequestListener {
    return (req, res) => {
      const asked = `${req.method} ${req.url}`;
      const times = (this.#asked.get(asked) ?? 0) + 1;
      this.#asked.set(asked, times);
      // It would be the one thing that the two say at their own moments.
      res.sendDate = false;
      this.#still.within(`${asked} ${times}`, () => answer(req, res));
    };
  }

  async #settle(): Promise<null> {
    let done: number;
    do {
      await this.#clock.tick();
      done = await drainOutbox(handleEvent, { together: TOGETHER });
      done += await drainOutbox(handleEvent, { lane: 'slow' });
      done += await sendDue(LETTERS, (sentence) => console.error(sentence));
      await forgetAddresses();
    } while (done > 0);
    return null;
  }
}

function made(kinds: readonly string[], n: number): string {
  return kinds[n % kinds.length]?.replaceAll('{n}', String(n)) ?? '';
}

async function judge(text: string, move: 'approve' | 'reject'): Promise<null> {
  const [found] = await read
    .select({ commentId: comments.id, revisionId: comments.latestRevisionId })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.latestRevisionId))
    .where(and(eq(commentRevisions.text, text), eq(comments.state, 'waiting')))
    .limit(1);
  if (!found) throw new Error('nobody waits with this text');
  const judged = await (move === 'approve' ? approveComment : rejectComment)(PROVER, found);
  if (!judged.ok) throw new Error(judged.why);
  return null;
}
