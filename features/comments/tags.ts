import { storyTag } from '#features/stories/tags.ts';
import { soon } from '#lib/ledger.ts';

/** Touched when what readers see of a story's comments changes. They may see it a second late. */
export const commentsTag = (storyId: string) => soon(`comments:${storyId}`);

/** What is taken away from readers is gone at once: the story's own tag does not wait. */
export const takenAwayTags = (storyId: string) => [commentsTag(storyId), storyTag(storyId)];
