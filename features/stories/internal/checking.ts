import { asc, eq } from 'drizzle-orm';
import { prepared, type The } from '#db/prepared.ts';
import { checkReasons } from '#db/schema/decisions.ts';
import type { Reader } from '#db/store.ts';
import { pictureViews } from '#features/media/queries.ts';
import { lookUp } from '#features/paths/queries.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { type Body, picturesIn } from '#features/stories/body.ts';
import { type Check, checksOf, hindering, linksIn } from '#features/stories/checks.ts';
import type { GivenReason, StoryContent } from '#features/stories/input.ts';
import { contentOf } from '#features/stories/internal/content.ts';
import type { Ready } from '#features/stories/internal/moving.ts';
import { nameOf } from '#features/stories/internal/review.ts';
import type { EditorView } from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';
import { env } from '#lib/env.ts';
import { newId } from '#lib/ids.ts';
import { RESERVED_SECTIONS } from '#lib/paths.ts';
import { type Refusal, refuse } from '#lib/result.ts';

/**
 * What hinders a revision from going out, as a refusal; else the reasons that were given are kept and
 * the answer is null. It is asked of people: what the clock or an import brings was decided before.
 */
export async function hindrance(
  { tx, loaded, revision }: Ready,
  actor: Actor,
  given: readonly GivenReason[],
): Promise<Refusal | null> {
  if (actor.type !== 'staff') return null;
  const { id: storyId } = loaded.story;
  const checks = await checksOfContent(tx, await contentOf(tx, revision));
  const known = await reasonsOf(tx, { storyId });
  const open = hindering(checks, [...known, ...given]);
  if (open.length > 0) {
    return refuse('illegal', `Before this can go out: ${open.map(({ why }) => why).join(' ')}`);
  }
  const asked = hindering(checks, known);
  for (const { code, subject, reason } of given) {
    if (!asked.some((check) => check.code === code && check.subject === subject)) continue;
    await tx
      .insert(checkReasons)
      .values({
        id: newId(),
        storyId,
        revisionId: revision.id,
        code,
        subject,
        reason,
        madeBy: actorName(actor),
        madeAt: now(),
      })
      .onConflictDoNothing();
  }
  return null;
}

async function checksOfContent(from: Reader, content: StoryContent): Promise<Check[]> {
  const { body, picture } = content;
  const ids = [...picturesIn(body), ...(picture ? [picture.pictureId] : [])];
  const pictures = Object.fromEntries(await pictureViews(from, ids));
  return checksOf(content, { pictures, brokenLinks: await brokenLinks(body) });
}

/** The same for people, with the names of who gave them. */
export async function givenReasons(from: Reader, storyId: string): Promise<EditorView['reasons']> {
  const rows = await reasonsOf(from, { storyId });
  return Promise.all(
    rows.map(async ({ madeBy, madeAt: at, ...said }) => ({
      ...said,
      by: await nameOf(madeBy),
      at,
    })),
  );
}

/** The reasons that were given for a story, oldest first. */
const reasonsOf = prepared((on, the: The<{ storyId: string }>) =>
  on
    .select({
      code: checkReasons.code,
      subject: checkReasons.subject,
      reason: checkReasons.reason,
      madeBy: checkReasons.madeBy,
      madeAt: checkReasons.madeAt,
    })
    .from(checkReasons)
    .where(eq(checkReasons.storyId, the('storyId')))
    .orderBy(asc(checkReasons.madeAt), asc(checkReasons.id)),
);

/** The links of a text to sections and stories of this site that readers would not find. */
export async function brokenLinks(body: Body): Promise<string[]> {
  const broken: string[] = [];
  for (const link of linksIn(body)) {
    const path = ownPath(link);
    if (path === null) continue;
    const known = await lookUp(path);
    if (!known || known.state === 'gone') broken.push(link);
  }
  return broken;
}

/** The path of a section or a story that a link leads to; null if it leads elsewhere. */
function ownPath(link: string): string | null {
  const { siteUrl } = env();
  if (!URL.canParse(link, siteUrl)) return null;
  const url = new URL(link, siteUrl);
  if (url.origin !== new URL(siteUrl).origin || link.startsWith('#')) return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname).normalize('NFC');
  } catch {
    return null;
  }
  const [first = '', ...rest] = path.split('/').filter(Boolean);
  if (first === '' || RESERVED_SECTIONS.has(first)) return null;
  return `/${[first, ...rest.slice(0, 1)].join('/')}`;
}
