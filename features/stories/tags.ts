/** Touched when what readers see of one story changes. */
export const storyTag = (storyId: string) => `story:${storyId}`;

/** Touched when a story enters, leaves or changes in a section's list. */
export const sectionListTag = (sectionId: string) => `section:${sectionId}`;

/** The same for the list of a topic or a place. */
export const termTag = (termId: string) => `term:${termId}`;

/** Touched when anything that is live changes: the front, the site's feed, the sitemap. */
export const liveTag = () => 'live';

/** Touched when readers are told of a correction, or of one less. */
export const correctionsTag = () => 'corrections';
