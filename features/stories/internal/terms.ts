import { and, asc, eq } from 'drizzle-orm';
import { TERM_KINDS, termAliases, terms } from '#db/schema/site.ts';
import { publications, revisions, revisionTerms } from '#db/schema/stories.ts';
import type { Tx } from '#db/store.ts';
import { now } from '#lib/clock.ts';
import { idFrom, newId } from '#lib/ids.ts';
import { slugify } from '#lib/paths.ts';

type TermKind = (typeof terms.$inferSelect)['kind'];

/** How names of topics and places are compared: "  New   York" is "new york". */
export function foldTerm(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * The terms of these names, topics before places, each in the order given. New ones are made in one
 * order by everybody, so that two stories that bring the same never wait for each other in a circle.
 */
export async function termsNamed(
  tx: Tx,
  names: Record<TermKind, readonly string[]>,
  sample: boolean,
): Promise<{ id: string; spelled: string }[]> {
  const wanted = TERM_KINDS.flatMap((kind) =>
    names[kind].map((spelled) => ({ kind, spelled, key: `${kind} ${foldTerm(spelled)}` })),
  );
  const ids = new Map<string, string>();
  for (const { kind, spelled, key } of wanted.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    if (!ids.has(key)) ids.set(key, await termNamed(tx, kind, spelled, sample));
  }
  return wanted.flatMap(({ key, spelled }) => {
    const id = ids.get(key);
    return id ? { id, spelled } : [];
  });
}

/** The term of this name, by any of its aliases; a name that is new makes a new one. */
async function termNamed(tx: Tx, kind: TermKind, name: string, sample: boolean): Promise<string> {
  const folded = foldTerm(name);
  const known = await aliasOf(tx, kind, folded);
  if (known) return survivor(tx, known);
  const id = await insertTerm(tx, { kind, name, sample, createdAt: now() }, folded);
  const first =
    id &&
    (await tx
      .insert(termAliases)
      .values({ id: newId(), termId: id, kind, folded, name })
      .onConflictDoNothing()
      .returning({ id: termAliases.id }));
  if (id && first && first.length > 0) return id;
  // Somebody else named it at the same moment: theirs counts.
  if (id) await tx.delete(terms).where(eq(terms.id, id));
  const theirs = await aliasOf(tx, kind, folded);
  if (!theirs) throw new Error(`the ${kind} "${name}" is neither there nor free`);
  return survivor(tx, theirs);
}

async function aliasOf(tx: Tx, kind: TermKind, folded: string): Promise<string | null> {
  const [alias] = await tx
    .select({ termId: termAliases.termId })
    .from(termAliases)
    .where(and(eq(termAliases.kind, kind), eq(termAliases.folded, folded)));
  return alias?.termId ?? null;
}

/** Where a merged term ended up. A merge points straight at its survivor, so one step is enough. */
async function survivor(tx: Tx, termId: string): Promise<string> {
  const [row] = await tx
    .select({ mergedIntoId: terms.mergedIntoId })
    .from(terms)
    .where(eq(terms.id, termId));
  return row?.mergedIntoId ?? termId;
}

type NewTerm = { kind: TermKind; name: string; sample: boolean; createdAt: Date };

/**
 * Makes a term with the first slug that is free; null if somebody makes the same one at this moment.
 * Its id follows from its name, so that it is the same whichever story named it first.
 */
async function insertTerm(tx: Tx, term: NewTerm, folded: string): Promise<string | null> {
  const own = idFrom(`${term.kind} ${folded}`);
  let id = own;
  for (let n = 1; ; ) {
    const [row] = await tx
      .insert(terms)
      .values({ id, slug: numbered(term, n), ...term })
      .onConflictDoNothing()
      .returning({ id: terms.id });
    if (row) return row.id;
    if (id === own && (await isThere(tx, own))) {
      if (await aliasOf(tx, term.kind, folded)) return null;
      // The name was taken away from the term that had it first.
      id = newId();
    } else n += 1;
  }
}

async function isThere(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.select({ id: terms.id }).from(terms).where(eq(terms.id, id));
  return rows.length > 0;
}

/** `rivers`, `rivers-2`, … */
function numbered({ kind, name }: Pick<NewTerm, 'kind' | 'name'>, n: number): string {
  const wanted = slugify(name) || kind;
  return n === 1 ? wanted : `${wanted}-${n}`;
}

/**
 * Called when a revision is about to be published. A term that no reader has met yet is named as this
 * story writes it, and has the address of that name: what an unpublished story called it, or took the
 * address for, is not to be seen.
 */
export async function bringOutTerms(tx: Tx, revisionId: string): Promise<void> {
  const named = await tx
    .select({
      id: terms.id,
      kind: terms.kind,
      name: terms.name,
      slug: terms.slug,
      spelled: revisionTerms.spelled,
    })
    .from(revisionTerms)
    .innerJoin(terms, eq(terms.id, revisionTerms.termId))
    .where(eq(revisionTerms.revisionId, revisionId))
    .orderBy(asc(terms.id));
  for (const { id, kind, name: before, slug: had, spelled } of named) {
    if (await wasPublic(tx, id)) continue;
    const name = spelled || before;
    const slug = await takeSlug(tx, { id, kind, name });
    if (name === before && slug === had) continue;
    await tx.update(terms).set({ name, slug }).where(eq(terms.id, id));
  }
}

/** The first slug of the name that no public term has. Another that was never public gives way. */
async function takeSlug(
  tx: Tx,
  term: { id: string; kind: TermKind; name: string },
): Promise<string> {
  for (let n = 1; ; n += 1) {
    const slug = numbered(term, n);
    const [holder] = await tx
      .select({ id: terms.id })
      .from(terms)
      .where(and(eq(terms.kind, term.kind), eq(terms.slug, slug)));
    if (!holder || holder.id === term.id) return slug;
    if (await wasPublic(tx, holder.id)) continue;
    await tx.update(terms).set({ slug: holder.id }).where(eq(terms.id, holder.id));
    return slug;
  }
}

/** True if a story that named it was ever published. */
async function wasPublic(tx: Tx, termId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: publications.id })
    .from(revisionTerms)
    .innerJoin(revisions, eq(revisions.id, revisionTerms.revisionId))
    .innerJoin(
      publications,
      and(
        eq(publications.storyId, revisions.storyId),
        eq(publications.revisionId, revisionTerms.revisionId),
      ),
    )
    .where(eq(revisionTerms.termId, termId))
    .limit(1);
  return rows.length > 0;
}
