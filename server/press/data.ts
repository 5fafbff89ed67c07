import { currentRequest } from '#lib/request-context.ts';
import { onePerProcess } from '#lib/singleton.ts';
import { ledger } from '#server/press/ledger.ts';
import { Shelf } from '#server/press/shelf.ts';

/** Next's `CacheEntry` (next/cache): what one `'use cache'` function returned. */
export type Entry = {
  value: ReadableStream<Uint8Array>;
  tags: string[];
  stale: number;
  timestamp: number;
  expire: number;
  revalidate: number;
};

type Kept = { entry: Omit<Entry, 'value'>; bytes: Uint8Array<ArrayBuffer>; readonly size: number };

const CAPACITY = 32 * 1024 * 1024;

function memory() {
  return onePerProcess('press.data', () => ({
    shelf: new Shelf<Kept>(CAPACITY),
    /** Fills under way. Whoever asks for one of them waits for it, as Next demands of a handler. */
    pending: new Map<string, Promise<void>>(),
  }));
}

/** The store of `'use cache'` results, named in next.config.ts. Freshness is the ledger's affair. */
const handler = {
  async get(key: string, softTags: string[]): Promise<Entry | undefined> {
    const { shelf, pending } = memory();
    await pending.get(key);
    const kept = shelf.get(key);
    if (!kept) return undefined;
    const { entry, bytes } = kept;
    if (ledger().isStale([...entry.tags, ...softTags], entry.timestamp)) {
      shelf.remove(key);
      return undefined;
    }
    return { ...entry, value: streamOf(bytes) };
  },

  async set(key: string, filling: Promise<Entry>): Promise<void> {
    const mayKeep = currentRequest()?.keep !== false;
    const { pending } = memory();
    const done = fill(key, filling, mayKeep);
    pending.set(key, done);
    try {
      await done;
    } finally {
      if (pending.get(key) === done) pending.delete(key);
    }
  },

  async refreshTags(): Promise<void> {},

  async getExpiration(tags: string[]): Promise<number> {
    return ledger().lastTouch(tags);
  },

  async updateTags(tags: string[]): Promise<void> {
    ledger().touch(tags);
  },
};

export default handler;

async function fill(key: string, filling: Promise<Entry>, mayKeep: boolean): Promise<void> {
  try {
    const { value, ...entry } = await filling;
    const bytes = new Uint8Array(await new Response(value).arrayBuffer());
    const fresh = ledger().settle(entry.tags, entry.timestamp);
    if (!fresh || !mayKeep || entry.expire <= 0) return;
    memory().shelf.put(key, { entry, bytes, size: bytes.byteLength });
  } catch {
    // The function threw: Next gives the error to the page that asked, and there is nothing to keep.
  }
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}
