import { system } from '#features/people/actor.ts';
import {
  approveStory,
  publishStory,
  submitStory,
  withdrawStory,
} from '#features/stories/publishing.ts';
import { scheduleStory } from '#features/stories/schedules.ts';
import { now } from '#lib/clock.ts';
import { draft, rewrite } from '#tests/newsroom.ts';
import type { STATES } from '#tests/permissions/stories.ts';
import type { Told } from '#tests/permissions/story-acts.ts';
import { good } from '#tests/results.ts';

const TEST = system('test');
const HOUR = 3_600_000;
const later = (hours: number) => new Date(now().getTime() + hours * HOUR);

/** A story of two revisions in a state, with the author in its byline. */
export async function told(
  sectionId: string,
  authorId: string,
  state: (typeof STATES)[number],
): Promise<Told> {
  const bylines = [{ authorId }];
  const first = await draft(sectionId, { bylines });
  const second = await rewrite(first, sectionId, { bylines });
  const { storyId, revisionId } = second;
  const input = { storyId, revisionId };
  if (state === 'in review') good(await submitStory(TEST, input));
  if (state === 'approved') good(await approveStory(TEST, input));
  if (state === 'scheduled') good(await scheduleStory(TEST, { ...input, at: later(2) }));
  if (/live|withdrawn/.test(state)) good(await publishStory(TEST, input));
  if (state === 'withdrawn') good(await withdrawStory(TEST, input));
  const head =
    state === 'live with changes'
      ? await rewrite(second, sectionId, { bylines, headline: 'More' })
      : second;
  return {
    storyId,
    revisionId: head.revisionId,
    firstId: first.revisionId,
    sectionId,
    slug: head.slug,
    at: { soon: later(1), later: later(2), muchLater: later(3) },
    bylines,
  };
}
