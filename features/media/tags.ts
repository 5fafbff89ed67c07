/** Touched when a picture's words, focal point, files or rights change. */
export const pictureTag = (id: string) => `picture:${id}`;
