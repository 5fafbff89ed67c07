/** Touched when an author's name or bio changes. */
export const authorTag = (authorId: string) => `author:${authorId}`;

/** Touched when a story enters, leaves or changes in an author's list. */
export const authorListTag = (authorId: string) => `author-list:${authorId}`;
