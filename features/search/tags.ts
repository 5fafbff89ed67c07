/** Touched when the index has taken in, or let go, a story: a moment after readers see the change. */
export const searchTag = () => 'search';
