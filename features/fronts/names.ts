/** The home front, or a section's. */
export type FrontId = { home: true } | { home: false; sectionId: string };

export const HOME: FrontId = { home: true };

/** How the rows, the tags and the addresses of the desk name a front. */
export function frontName(front: FrontId): string {
  return front.home ? 'home' : `section:${front.sectionId}`;
}

export function frontNamed(name: string): FrontId | null {
  if (name === 'home') return HOME;
  const sectionId = /^section:([0-9a-z]{1,40})$/.exec(name)?.[1];
  return sectionId ? { home: false, sectionId } : null;
}
