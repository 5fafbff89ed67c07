import { and, eq } from 'drizzle-orm';
import { TERM_KINDS, termAliases, terms } from '#db/schema/site.ts';
import type { Tx } from '#db/store.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
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
): Promise<string[]> {
  const wanted = TERM_KINDS.flatMap((kind) =>
    names[kind].map((name) => ({ kind, name, key: `${kind} ${foldTerm(name)}` })),
  );
  const ids = new Map<string, string>();
  for (const { kind, name, key } of wanted.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    if (!ids.has(key)) ids.set(key, await termNamed(tx, kind, name, sample));
  }
  return wanted.flatMap(({ key }) => ids.get(key) ?? []);
}

/** The term of this name, by any of its aliases; a name that is new makes a new one. */
async function termNamed(tx: Tx, kind: TermKind, name: string, sample: boolean): Promise<string> {
  const folded = foldTerm(name);
  const known = await aliasOf(tx, kind, folded);
  if (known) return survivor(tx, known);
  const id = await insertTerm(tx, { kind, name, sample, createdAt: now() });
  const first = await tx
    .insert(termAliases)
    .values({ id: newId(), termId: id, kind, folded, name })
    .onConflictDoNothing()
    .returning({ id: termAliases.id });
  if (first.length > 0) return id;
  // Somebody else named it at the same moment: theirs counts.
  await tx.delete(terms).where(eq(terms.id, id));
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

/** Takes the first free slug of the name: `rivers`, `rivers-2`, … */
async function insertTerm(tx: Tx, term: NewTerm): Promise<string> {
  const wanted = slugify(term.name) || term.kind;
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    const [row] = await tx
      .insert(terms)
      .values({ id: newId(), slug, ...term })
      .onConflictDoNothing()
      .returning({ id: terms.id });
    if (row) return row.id;
  }
}
