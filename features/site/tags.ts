/** Touched when the newsroom's settings change: every page reads them. */
export const siteTag = () => 'site';

/** Touched at midnight in the newsroom's time zone, for pages that say what day it is. */
export const dayTag = () => 'day';
