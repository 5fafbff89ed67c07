import { and, eq, isNull } from 'drizzle-orm';
import { authors } from '#db/schema/people.ts';
import { stories } from '#db/schema/stories.ts';
import { read, transaction } from '#db/store.ts';
import { type Actor, system } from '#features/people/actor.ts';
import { addGuest } from '#features/people/commands.ts';
import { createStory } from '#features/stories/commands.ts';
import { publishStory } from '#features/stories/publishing.ts';
import { asOf } from '#lib/clock.ts';
import { orRefused } from '#scripts/commands/refused.ts';
import type { Incoming } from '#scripts/news/incoming.ts';
import { sectionId, sectionOf } from '#scripts/news/sections.ts';

const ACTOR = system('load-news');
/** A paper comes out in the morning. */
const HOUR = 'T07:00:00Z';

/** Writes and publishes what is not there yet, each story in one transaction and on its own day. */
export async function loadStories(
  incoming: readonly Incoming[],
): Promise<{ loaded: number; known: number }> {
  let loaded = 0;
  for (const story of incoming) if (await load(story)) loaded += 1;
  return { loaded, known: incoming.length - loaded };
}

async function load(incoming: Incoming): Promise<boolean> {
  const { source, day, author, ...content } = incoming;
  const [known] = await read
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.sourceSystem, source.system), eq(stories.sourceId, source.id)));
  if (known) return false;
  const section = await sectionId(ACTOR, sectionOf(incoming));
  const authorId = await guest(ACTOR, author);
  await asOf(new Date(`${day}${HOUR}`), () =>
    transaction(async () => {
      const input = { ...content, source, sectionId: section, bylines: [{ authorId }] };
      const saved = orRefused(await createStory(ACTOR, input));
      orRefused(await publishStory(ACTOR, saved));
    }),
  );
  return true;
}

async function guest(actor: Actor, name: string): Promise<string> {
  const [known] = await read
    .select({ id: authors.id })
    .from(authors)
    .where(and(eq(authors.name, name), isNull(authors.personId)));
  return known?.id ?? orRefused(await addGuest(actor, name)).id;
}
