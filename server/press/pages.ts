import lifetimes from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js';
import { currentRequest } from '#lib/request-context.ts';
import { onePerProcess } from '#lib/singleton.ts';
import { ledger } from '#server/press/ledger.ts';
import { Shelf } from '#server/press/shelf.ts';

/** The parts of Next's `IncrementalCacheValue` that are looked at here. */
export type Finished = {
  kind: string;
  status?: number;
  headers?: Record<string, undefined | string | string[]>;
  html?: string;
  rscData?: Buffer;
  segmentData?: Map<string, Buffer>;
  body?: Buffer;
};

type Lifetime = { revalidate: number | false; expire?: number };
type Kept = {
  value: Finished;
  tags: readonly string[];
  begun: number;
  cacheControl: Lifetime | undefined;
  readonly size: number;
};
type Found = { lastModified: number; value: Finished; cacheControl?: Lifetime };

const CAPACITY = 32 * 1024 * 1024;

function shelf(): Shelf<Kept> {
  return onePerProcess('press.pages', () => new Shelf<Kept>(CAPACITY));
}

/**
 * Next's own memory of finished pages, named in next.config.ts. The door reads from its context what
 * it needs to know of the page that it sends: its tags, and when its render began. The pages are kept
 * here too, so that an address with a query string does not cost a render each time.
 */
export default class PageHandler {
  async get(key: string, context: { kind: string }): Promise<Found | null> {
    const request = currentRequest();
    if (context.kind === 'FETCH' || request?.keep === false) return null;
    const kept = shelf().get(key);
    if (!kept) return null;
    const { value, tags, begun, cacheControl } = kept;
    if (ledger().isStale(tags, begun)) {
      shelf().remove(key);
      return null;
    }
    if (request) request.rendered = { tags, begun };
    return cacheControl
      ? { lastModified: begun, value, cacheControl }
      : { lastModified: begun, value };
  }

  async set(
    key: string,
    value: Finished | null,
    context: { cacheControl?: Lifetime },
  ): Promise<void> {
    forgetLifetime(key);
    const request = currentRequest();
    if (!request || !value || value.kind === 'FETCH') return;
    const { begun } = request;
    const tags = tagsOf(value);
    request.rendered = { tags, begun };
    const good = value.status === undefined || value.status === 200;
    if (!request.keep || !good || ledger().isStale(tags, begun)) return;
    const { cacheControl } = context;
    shelf().put(key, { value, tags, begun, cacheControl, size: sizeOf(value) });
  }

  async revalidateTag(tags: string | string[]): Promise<void> {
    ledger().touch(typeof tags === 'string' ? [tags] : tags);
  }

  resetRequestCache(): void {}
}

/**
 * Next notes the lifetime of every address that it ever rendered, in a map that nothing empties: a
 * flood of made-up searches would fill the memory. It prefers the lifetime that `get` gives it.
 */
function forgetLifetime(key: string): void {
  const { cacheControls } = lifetimes.SharedCacheControls as unknown as {
    cacheControls: Map<string, Lifetime>;
  };
  cacheControls.delete(key);
}

function tagsOf(value: Finished): string[] {
  const header = value.headers?.['x-next-cache-tags'];
  return typeof header === 'string' && header !== '' ? header.split(',') : [];
}

function sizeOf({ html = '', rscData, segmentData, body }: Finished): number {
  let size = html.length * 2 + (rscData?.byteLength ?? 0) + (body?.byteLength ?? 0);
  for (const [name, data] of segmentData ?? []) size += name.length * 2 + data.byteLength;
  return size;
}
