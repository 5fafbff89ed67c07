import { and, desc, eq, gt, inArray, lte, notInArray, or, type SQL } from 'drizzle-orm';
import { containsText } from '#db/dialect.ts';
import { pictureUses } from '#db/schema/pictures.ts';
import { pictures } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import type { LibraryQuery } from '#features/media/input.ts';
import { alike, lookAlikes } from '#features/media/internal/likeness.ts';
import type { Likeness } from '#features/media/views.ts';
import { now } from '#lib/clock.ts';

const SOON_MS = 14 * 24 * 3600_000;

const SEARCHED = [
  pictures.alt,
  pictures.caption,
  pictures.credit,
  pictures.creator,
  pictures.copyright,
  pictures.spot,
  pictures.city,
  pictures.region,
  pictures.country,
  pictures.name,
];

/** Each word somewhere in what is said of a picture, and what is asked of its state. */
export async function matching({
  q,
  show,
}: Pick<LibraryQuery, 'q' | 'show'>): Promise<SQL | undefined> {
  const words = q.split(' ').filter(Boolean).slice(0, 8);
  return and(
    ...words.map((word) => or(...SEARCHED.map((column) => containsText(column, word)))),
    await standing(show),
  );
}

async function standing(show: LibraryQuery['show']): Promise<SQL | undefined> {
  const at = now();
  switch (show) {
    case 'all':
      return undefined;
    case 'unsaid':
      return eq(pictures.alt, '');
    case 'unsigned':
      return eq(pictures.credit, '');
    case 'unused':
      return notInArray(pictures.id, read.select({ id: pictureUses.pictureId }).from(pictureUses));
    case 'alike':
      return inArray(pictures.id, await keptTwice());
    case 'ending':
      return and(
        gt(pictures.rightsUntil, at),
        lte(pictures.rightsUntil, new Date(at.getTime() + SOON_MS)),
      );
    case 'ended':
      return lte(pictures.rightsUntil, at);
  }
}

/** More than that many look-alikes are not listed at once; the newest come first. */
const MOST_ALIKE = 5_000;

async function keptTwice(): Promise<string[]> {
  const all = await prints();
  const found = lookAlikes(all);
  for (const same of Map.groupBy(all, (one) => one.digest).values()) {
    if (same.length > 1) for (const { id } of same) found.add(id);
  }
  return all
    .map((one) => one.id)
    .filter((id) => found.has(id))
    .slice(0, MOST_ALIKE);
}

function prints() {
  return read
    .select({ id: pictures.id, fingerprint: pictures.fingerprint, digest: pictures.digest })
    .from(pictures)
    .orderBy(desc(pictures.createdAt));
}

const MOST_LIKENESSES = 6;

/** What else in the library looks like each of these, nearest first; the very same file before all. */
export async function likenesses(
  wanted: readonly { id: string; fingerprint: string; digest: string }[],
): Promise<Map<string, Likeness[]>> {
  const all = await prints();
  const byDigest = new Map<string, string[]>();
  for (const { id, digest } of all) byDigest.set(digest, [...(byDigest.get(digest) ?? []), id]);
  const near = alike(wanted, all);
  const found = new Map<string, { id: string; same: boolean }[]>();
  for (const { id, digest } of wanted) {
    const same = (byDigest.get(digest) ?? []).filter((one) => one !== id);
    const others = (near.get(id) ?? []).map((one) => one.id).filter((one) => !same.includes(one));
    const list = [
      ...same.map((one) => ({ id: one, same: true })),
      ...others.map((one) => ({ id: one, same: false })),
    ];
    if (list.length > 0) found.set(id, list.slice(0, MOST_LIKENESSES));
  }
  const words = await wordsOf([...found.values()].flat().map((one) => one.id));
  return new Map(
    [...found].map(([id, list]) => [
      id,
      list.flatMap(({ id: other, same }) => {
        const known = words.get(other);
        return known ? [{ ...known, same }] : [];
      }),
    ]),
  );
}

async function wordsOf(ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Omit<Likeness, 'same'>>();
  const rows = await read
    .select({
      id: pictures.id,
      alt: pictures.alt,
      caption: pictures.caption,
      version: pictures.version,
    })
    .from(pictures)
    .where(inArray(pictures.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}
