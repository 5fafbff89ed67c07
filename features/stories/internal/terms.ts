import { and, eq } from 'drizzle-orm';
import { termAliases, terms } from '#db/schema/site.ts';
import type { Tx } from '#db/store.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { slugify } from '#lib/paths.ts';

type TermKind = (typeof terms.$inferSelect)['kind'];

/** How names of topics and places are compared: "  New   York" is "new york". */
export function foldTerm(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The term of this name, by any of its aliases; a name that is new makes a new one. */
export async function termNamed(
  tx: Tx,
  kind: TermKind,
  name: string,
  sample: boolean,
): Promise<string> {
  const folded = foldTerm(name);
  const [alias] = await tx
    .select({ termId: termAliases.termId })
    .from(termAliases)
    .where(and(eq(termAliases.kind, kind), eq(termAliases.folded, folded)));
  if (alias) return survivor(tx, alias.termId);
  const id = newId();
  await tx
    .insert(terms)
    .values({ id, kind, slug: await freeSlug(tx, kind, name), name, sample, createdAt: now() });
  await tx.insert(termAliases).values({ id: newId(), termId: id, kind, folded, name });
  return id;
}

/** Where a merged term ended up. A merge points straight at its survivor, so one step is enough. */
async function survivor(tx: Tx, termId: string): Promise<string> {
  const [row] = await tx
    .select({ mergedIntoId: terms.mergedIntoId })
    .from(terms)
    .where(eq(terms.id, termId));
  return row?.mergedIntoId ?? termId;
}

async function freeSlug(tx: Tx, kind: TermKind, name: string): Promise<string> {
  const wanted = slugify(name) || kind;
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    const taken = await tx
      .select({ id: terms.id })
      .from(terms)
      .where(and(eq(terms.kind, kind), eq(terms.slug, slug)));
    if (taken.length === 0) return slug;
  }
}
