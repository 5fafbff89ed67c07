/** Touched when what readers see of a story's comments changes. */
export const commentsTag = (storyId: string) => `comments:${storyId}`;
