/** Touched when a picture's words, focal point or files change. */
export const pictureTag = (id: string) => `picture:${id}`;
