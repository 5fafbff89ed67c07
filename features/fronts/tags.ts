import { type FrontId, frontName } from '#features/fronts/names.ts';

/** Touched when a front is arranged anew. */
export const frontTag = (front: FrontId) => `front:${frontName(front)}`;

/** Touched when the breaking banner appears, changes or ends: every page of readers shows it. */
export const bannerTag = () => 'banner';
