/** Touched when an author's name or bio changes, and when their list of stories does. */
export const authorTag = (authorId: string) => `author:${authorId}`;
