import { eq, max } from 'drizzle-orm';
import { authors } from '#db/schema/people.ts';
import type { CardPicture } from '#db/schema/readers.ts';
import { sections, termAliases, terms } from '#db/schema/site.ts';
import type { Tx } from '#db/store.ts';
import { pictureViews } from '#features/media/queries.ts';
import { cardOf } from '#features/media/views.ts';
import { claimPath } from '#features/paths/commands.ts';
import { Dice, Ids } from '#features/sample/internal/archive/dice.ts';
import {
  peopleNames,
  SECTIONS,
  topicNames,
  townNames,
} from '#features/sample/internal/archive/names.ts';
import { now } from '#lib/clock.ts';
import { sectionPath, slugify } from '#lib/paths.ts';

const BATCH = 200;

export type Section = { id: string; slug: string; name: string };
export type Author = { id: string; name: string };
export type Term = { id: string; kind: 'topic' | 'place'; name: string };

/** What the stories of an archive stand on, busiest first. */
export type Setting = {
  sections: Section[];
  authors: Author[];
  topics: Term[];
  places: Term[];
  pictures: CardPicture[];
};

/** Makes what is missing. A section or a topic that the newsroom has already is used as it is. */
export async function makeSetting(
  tx: Tx,
  { seed, stories }: { seed: string; stories: number },
  pictureIds: readonly string[],
): Promise<Setting> {
  const dice = new Dice(`${seed}/setting`);
  const ids = new Ids(`${seed}/setting`);
  const size = Math.sqrt(stories);
  return {
    sections: await makeSections(tx, ids),
    authors: await makeAuthors(tx, ids, peopleNames(dice, Math.round(12 + size * 0.5))),
    topics: await makeTerms(tx, ids, 'topic', topicNames(dice, Math.round(30 + size))),
    places: await makeTerms(tx, ids, 'place', townNames(dice, Math.round(30 + size * 0.8))),
    pictures: await cardPictures(tx, pictureIds),
  };
}

async function makeSections(tx: Tx, ids: Ids): Promise<Section[]> {
  const [last] = await tx.select({ position: max(sections.position) }).from(sections);
  let position = last?.position ?? 0;
  const made: Section[] = [];
  for (const { slug, name } of SECTIONS) {
    const id = ids.next();
    const [known] = await tx
      .select({ id: sections.id, slug: sections.slug, name: sections.name })
      .from(sections)
      .where(eq(sections.slug, slug));
    made.push(known ?? { id, slug, name });
    if (known) continue;
    position += 1;
    await tx.insert(sections).values({ id, slug, name, position, sample: true, createdAt: now() });
    await claimPath(tx, sectionPath(slug), { noun: 'section', thingId: id });
  }
  return made;
}

async function makeAuthors(tx: Tx, ids: Ids, names: string[]): Promise<Author[]> {
  const taken = new Set(
    (await tx.select({ handle: authors.handle }).from(authors)).map((row) => row.handle),
  );
  const rows = names.map((name) => {
    const id = ids.next();
    const handle = slugify(name);
    return {
      id,
      name,
      handle: taken.has(handle) ? `${handle}-${id.slice(-4)}` : handle,
      bio: `${name} writes for the made-up archive, and has never lived.`,
      sample: true,
      createdAt: now(),
    };
  });
  for (let n = 0; n < rows.length; n += BATCH) {
    await tx.insert(authors).values(rows.slice(n, n + BATCH));
  }
  return rows.map(({ id, name }) => ({ id, name }));
}

async function makeTerms(tx: Tx, ids: Ids, kind: Term['kind'], names: string[]): Promise<Term[]> {
  const known = new Map<string, string>();
  const slugs = new Set<string>();
  for (const alias of await tx.select().from(termAliases).where(eq(termAliases.kind, kind))) {
    known.set(alias.folded, alias.termId);
  }
  for (const row of await tx.select().from(terms).where(eq(terms.kind, kind))) slugs.add(row.slug);
  const found = names.map((name) => {
    const id = ids.next();
    return { id: known.get(name.toLowerCase()) ?? id, isNew: !known.has(name.toLowerCase()), name };
  });
  const fresh = found.filter((term) => term.isNew);
  for (let n = 0; n < fresh.length; n += BATCH) {
    const some = fresh.slice(n, n + BATCH);
    await tx.insert(terms).values(
      some.map(({ id, name }) => {
        const slug = slugify(name);
        const free = slugs.has(slug) ? `${slug}-${id.slice(-4)}` : slug;
        return { id, kind, slug: free, name, sample: true, createdAt: now() };
      }),
    );
    await tx.insert(termAliases).values(
      some.map(({ id, name }) => {
        return { id: ids.next(), termId: id, kind, folded: name.toLowerCase(), name };
      }),
    );
  }
  return found.map(({ id, name }) => ({ id, kind, name }));
}

async function cardPictures(tx: Tx, ids: readonly string[]): Promise<CardPicture[]> {
  const known = await pictureViews(tx, ids);
  return ids.flatMap((id) => {
    const picture = known.get(id);
    return picture ? cardOf(picture, '') : [];
  });
}
