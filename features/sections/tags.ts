/** Touched when any section is added, renamed or moved: it is in the navigation of every page. */
export const sectionsTag = () => 'sections';
