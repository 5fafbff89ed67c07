import type { Typed } from '#features/comments/components/comment-form.tsx';

/**
 * What the form's handler leaves for the page that shows the form again. It is the one place where an
 * address is plain text: it goes to whoever typed it, in an answer that nothing keeps.
 */
export type RefusedComment = {
  path: string;
  typed: Typed;
  why: string;
  wrong: Record<string, string>;
  /** The story takes no comments any more: the text is given back, but there is no form. */
  closed: boolean;
  /** Nothing is wrong: the writer wants to see how this would look. */
  preview?: string;
};
