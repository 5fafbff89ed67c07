import { eq, inArray } from 'drizzle-orm';
import { prepared, type The } from '#db/prepared.ts';
import { authors } from '#db/schema/people.ts';
import { pictureUses } from '#db/schema/pictures.ts';
import { pictures } from '#db/schema/site.ts';
import { bylines, revisions, revisionTerms } from '#db/schema/stories.ts';
import type { Reader, Tx } from '#db/store.ts';
import { BODY_VERSION, bodyText, countWords, picturesIn } from '#features/stories/body.ts';
import type { StoryContent } from '#features/stories/input.ts';
import { termsNamed } from '#features/stories/internal/terms.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';

/** The fields that name something that is not there: a field and a sentence, or nothing. */
export async function unknownParts(
  from: Reader,
  content: StoryContent,
): Promise<Record<string, string> | null> {
  const authorIds = [...new Set(content.bylines.map((byline) => byline.authorId))];
  if (authorIds.length !== content.bylines.length) {
    return { bylines: 'The same person stands in the byline twice.' };
  }
  if (authorIds.length > 0) {
    const known = await from
      .select({ id: authors.id })
      .from(authors)
      .where(inArray(authors.id, authorIds));
    if (known.length < authorIds.length)
      return { bylines: 'An author of the byline is not known.' };
  }
  const used = picturesIn(content.body);
  if (content.picture) used.push(content.picture.pictureId);
  const pictureIds = [...new Set(used)];
  if (pictureIds.length > 0) {
    const known = await from
      .select({ id: pictures.id })
      .from(pictures)
      .where(inArray(pictures.id, pictureIds));
    const there = new Set(known.map((picture) => picture.id));
    if (content.picture && !there.has(content.picture.pictureId)) {
      return { picture: 'The lead picture is not in the library any more.' };
    }
    if (known.length < pictureIds.length) {
      return { body: 'A picture of the text is not in the library any more: take it out.' };
    }
  }
  return null;
}

/** Writes a revision with its bylines and terms. It is never changed afterwards. */
export async function insertRevision(
  tx: Tx,
  at: {
    storyId: string;
    number: number;
    basedOnId: string | null;
    language: string;
    sample: boolean;
    restoredFromId?: string;
  },
  content: StoryContent,
  createdBy: string | null,
): Promise<string> {
  const id = newId();
  const { bylines: people, topics, places, picture, ...said } = content;
  await tx.insert(revisions).values({
    id,
    storyId: at.storyId,
    number: at.number,
    basedOnId: at.basedOnId,
    restoredFromId: at.restoredFromId ?? null,
    ...said,
    bodyVersion: BODY_VERSION,
    words: countWords(bodyText(content.body), at.language),
    pictureId: picture?.pictureId ?? null,
    pictureAlt: picture?.alt ?? '',
    pictureCaption: picture?.caption ?? '',
    pictureCredit: picture?.credit ?? '',
    createdBy,
    createdAt: now(),
  });
  const used = new Set([...picturesIn(content.body), ...(picture ? [picture.pictureId] : [])]);
  if (used.size > 0) {
    const rows = [...used].map((pictureId) => ({ revisionId: id, pictureId }));
    await tx.insert(pictureUses).values(rows);
  }
  if (people.length > 0) {
    await tx
      .insert(bylines)
      .values(people.map((byline, position) => ({ revisionId: id, position, ...byline })));
  }
  const named = await termsNamed(tx, { topic: topics, place: places }, at.sample);
  const byId = new Map(named.toReversed().map((term) => [term.id, term.spelled]));
  const once = [...new Set(named.map((term) => term.id))];
  if (once.length > 0) {
    await tx.insert(revisionTerms).values(
      once.map((termId, position) => ({
        revisionId: id,
        termId,
        position,
        spelled: byId.get(termId) ?? '',
      })),
    );
  }
  return id;
}

const bylinesOf = prepared((on, the: The<{ revisionId: string }>) =>
  on
    .select({
      authorId: bylines.authorId,
      role: bylines.role,
      name: authors.name,
      handle: authors.handle,
    })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(eq(bylines.revisionId, the('revisionId')))
    .orderBy(bylines.position),
);

export function bylineRows(from: Reader, revisionId: string) {
  return bylinesOf(from, { revisionId });
}
