import { cache } from 'react';
import { ledger } from '#lib/ledger.ts';
import { currentRequest, inRequest } from '#lib/request-context.ts';
import { onePerProcess } from '#lib/singleton.ts';

/**
 * Says which tags make what is being rendered stale; nothing else does. Outside of a request (tests,
 * the command line, jobs) there is nothing to say it to.
 */
export function keepUntilTouched(...tags: string[]): void {
  const request = currentRequest();
  for (const tag of tags) request?.tags.add(tag);
}

/**
 * A query that one page asks in several places (its head, its frame, its body) and the database once.
 * Arguments are compared by identity. Nothing outlives the page, and outside of one nothing is kept.
 */
export const oncePerPage = cache;

type Memory = { value: Promise<unknown>; tags: readonly string[] | null; begun: number };

const MOST = 500;

/** What is remembered of the queries of all pages. */
function memories(): Map<string, Memory> {
  return onePerProcess('remembered', () => new Map<string, Memory>());
}

/**
 * A query that many pages ask, remembered by its name and arguments until one of its tags is touched.
 * Its value is shared: nobody may change it. Outside of a request nothing is remembered.
 */
export function remembered<A extends readonly (string | number)[], T>(
  name: string,
  ask: (...about: A) => Promise<T>,
): (...about: A) => Promise<T> {
  return (...about) => {
    if (!currentRequest()) return ask(...about);
    const key = `${name} ${JSON.stringify(about)}`;
    const known = memories().get(key);
    if (known && holds(known)) {
      memories().delete(key);
      memories().set(key, known);
      return told(known) as Promise<T>;
    }
    const { generation: begun } = ledger();
    const context = { tags: new Set<string>(), stash: undefined };
    const value = inRequest(context, () => ask(...about));
    const memory: Memory = { value, tags: null, begun };
    memories().set(key, memory);
    forgetOldest(memories(), MOST);
    value.then(
      () => {
        memory.tags = [...context.tags];
      },
      () => {
        if (memories().get(key) === memory) memories().delete(key);
      },
    );
    return told(memory) as Promise<T>;
  };
}

type Kept = { value: unknown; tags: readonly string[]; begun: number };

const MOST_EACH = 300;

/** Things that were remembered one by one, by the name of what they are and then by id. */
function collections(): Map<string, Map<string, Kept>> {
  return onePerProcess('remembered-each', () => new Map<string, Map<string, Kept>>());
}

/**
 * Many things by id, each remembered by itself: `ask` gets, together, those that are not known or had
 * a tag touched. An id that it does not know is not in the answer.
 */
export async function rememberedEach<T>(
  name: string,
  ids: readonly string[],
  ask: (ids: readonly string[]) => Promise<{ id: string; value: T; tags: readonly string[] }[]>,
): Promise<Map<string, T>> {
  const kept = currentRequest() ? collection(name) : new Map<string, Kept>();
  const { generation: begun } = ledger();
  const fresh = new Map<string, Kept>();
  for (const id of ids) {
    const known = kept.get(id);
    if (known && !ledger().isStale(known.tags, known.begun)) fresh.set(id, known);
  }
  const missing = ids.filter((id) => !fresh.has(id));
  for (const { id, value, tags } of missing.length > 0 ? await ask(missing) : []) {
    fresh.set(id, { value, tags, begun });
  }
  for (const [id, one] of fresh) {
    keepUntilTouched(...one.tags);
    kept.delete(id);
    kept.set(id, one);
  }
  forgetOldest(kept, MOST_EACH);
  return new Map([...fresh].map(([id, { value }]) => [id, value as T]));
}

function collection(name: string): Map<string, Kept> {
  const known = collections().get(name) ?? new Map<string, Kept>();
  collections().set(name, known);
  return known;
}

/** While it is being asked its tags are not known yet: then any touch at all counts. */
function holds({ tags, begun }: Memory): boolean {
  const { generation } = ledger();
  return begun === generation || (tags !== null && !ledger().isStale(tags, begun));
}

/** The value, with its tags named to whoever asks. */
async function told(memory: Memory): Promise<unknown> {
  const value = await memory.value;
  keepUntilTouched(...(memory.tags ?? []));
  return value;
}

function forgetOldest(shelf: Map<string, unknown>, most: number): void {
  for (const oldest of shelf.keys()) {
    if (shelf.size <= most) return;
    shelf.delete(oldest);
  }
}
