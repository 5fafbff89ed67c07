import type { Answered } from '#features/stories/components/preview-answers.tsx';

/** What the form's handler leaves for the page that is sent in its place. */
export type RefusedAnswer = { token: string; answered: Answered };
