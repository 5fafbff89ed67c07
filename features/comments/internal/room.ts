import { and, count, eq } from 'drizzle-orm';
import { comments } from '#db/schema/comments.ts';
import type { Reader } from '#db/store.ts';
import { now } from '#lib/clock.ts';
import { freeOnDisk } from '#lib/disk.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { onePerProcess } from '#lib/singleton.ts';

/**
 * So many may wait for a person. They take up 20 kB each at the most, so that no flood from however
 * many places fills the disk, and one story's flood leaves room for the others.
 */
export const MOST_WAITING = { site: 20_000, story: 10_000 } as const;
const LEAST_FREE_BYTES = 512 * 1024 * 1024;

/** What was counted holds for so long; what this process takes in meanwhile is added to it. */
const COUNTED_FOR_MS = 1_000;

type Counted = { at: number; site: number; stories: Map<string, number>; freeBytes: number };

const counted = onePerProcess<Counted>('comment-room', () => ({
  at: Number.NEGATIVE_INFINITY,
  site: 0,
  stories: new Map(),
  freeBytes: 0,
}));

/** Whether one more comment can be kept until somebody has read it. */
export async function roomFor(from: Reader, storyId: string): Promise<Result<null>> {
  const at = now().getTime();
  if (Math.abs(at - counted.at) >= COUNTED_FOR_MS) {
    counted.at = at;
    counted.stories.clear();
    counted.freeBytes = freeOnDisk();
    counted.site = await waiting(from);
  }
  const story = counted.stories.get(storyId) ?? (await waiting(from, storyId));
  counted.stories.set(storyId, story);
  const why = whyFull({ site: counted.site, story, freeBytes: counted.freeBytes });
  return why === null ? ok(null) : refuse('full', why);
}

export function tookRoom(storyId: string): void {
  counted.site += 1;
  const known = counted.stories.get(storyId);
  if (known !== undefined) counted.stories.set(storyId, known + 1);
}

type Load = { site: number; story: number; freeBytes: number };

const LATER = 'What you wrote is still in the form: please send it again later.';

/** The reason why nothing more can be taken in, for whoever wrote; null if it can. */
export function whyFull({ site, story, freeBytes }: Load): string | null {
  if (freeBytes < LEAST_FREE_BYTES) return `There is no room for more comments here. ${LATER}`;
  if (site >= MOST_WAITING.site) {
    return `More comments wait for our moderators than they can read. ${LATER}`;
  }
  if (story >= MOST_WAITING.story) {
    return `More comments on this story wait for our moderators than they can read. ${LATER}`;
  }
  return null;
}

async function waiting(from: Reader, storyId?: string): Promise<number> {
  const ofStory = storyId === undefined ? undefined : eq(comments.storyId, storyId);
  const [row] = await from
    .select({ comments: count() })
    .from(comments)
    .where(and(eq(comments.state, 'waiting'), ofStory));
  return row?.comments ?? 0;
}
