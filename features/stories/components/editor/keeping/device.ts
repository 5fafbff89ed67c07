import type { KeptText } from '#features/stories/views.ts';

const NAME = 'dateline';
const STORE = 'texts';

/** What nobody came back for is forgotten after this long, and the oldest where there are too many. */
const KEEP_MS = 90 * 24 * 3_600_000;
const MOST = 100;

let opened: Promise<IDBDatabase> | undefined;

/**
 * The device's own memory of what is being typed, in IndexedDB: what is there outlives the page, the
 * browser and the network. The browser's simpler storage writes to the disk only seconds later.
 */
function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => {
      request.result.onclose = forgetConnection;
      request.result.onversionchange = () => {
        request.result.close();
        forgetConnection();
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('the device’s memory is in use'));
  }).catch((error: unknown) => {
    forgetConnection();
    throw error;
  });
  return opened;
}

function forgetConnection(): void {
  opened = undefined;
}

async function ask<T>(
  mode: IDBTransactionMode,
  question: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await database();
  return new Promise((resolve, reject) => {
    const work = db.transaction(STORE, mode);
    const request = question(work.objectStore(STORE));
    work.oncomplete = () => resolve(request.result);
    work.onabort = () => reject(work.error);
    work.onerror = () => reject(work.error);
    // Without waiting for the answer: a page that is being closed has no time for one.
    if (mode === 'readwrite') work.commit();
  });
}

/** False if the device has no room or lets nothing be kept. */
export async function keepOnDevice(text: KeptText): Promise<boolean> {
  try {
    await ask('readwrite', (store) => store.put(text));
    return true;
  } catch {
    return false;
  }
}

/**
 * Forgets a text. That it is gone is remembered, so that the server's copy is not offered again if it
 * could not be told in time.
 */
export async function forgetOnDevice(text: Omit<KeptText, 'draft'>): Promise<void> {
  await keepOnDevice({ ...text, draft: null });
}

/** Everybody knows that it is gone. */
export async function eraseOnDevice(id: string): Promise<void> {
  await ask('readwrite', (store) => store.delete(id)).catch(() => undefined);
}

/**
 * What is kept of a person's story, newest first; with no draft: what is gone. What is too old or too
 * much goes meanwhile.
 */
export async function keptOnDevice(
  personId: string,
  storyId: string,
  moment: Date,
): Promise<KeptText[]> {
  const all = await ask<KeptText[]>('readonly', (store) => store.getAll()).catch(() => []);
  const newest = all.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const oldest = new Date(moment.getTime() - KEEP_MS).toISOString();
  const kept = newest.filter((text, index) => index < MOST && text.at >= oldest);
  for (const { id } of newest) if (!kept.some((text) => text.id === id)) void eraseOnDevice(id);
  return kept.filter((text) => text.personId === personId && text.storyId === storyId);
}
