import { postComment } from '#features/comments/commands.ts';
import type { Typed } from '#features/comments/components/comment-form.tsx';
import { previewComment } from '#features/comments/previewing.ts';
import { discussionAt } from '#features/comments/queries.ts';
import { VISITOR } from '#features/people/actor.ts';
import { newToken } from '#lib/ids.ts';
import { type Refusal, statusOf } from '#lib/result.ts';

/**
 * What is left for the page that shows the form again. It is the one place where an address is plain
 * text: it goes to whoever typed it, in an answer that nothing keeps.
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

/** A comment's form as it came. */
export type SentForm = {
  /** The address of the story under which it stood. */
  path: string;
  fields: Readonly<Record<string, string>>;
  /** Where it comes from, for the limits only. */
  place: string;
  /** The secret of a name that its writer keeps across stories, if the browser has one. */
  keptName: string | null;
};

export type Received =
  | { kind: 'missing' | 'gone' }
  /** `newName`: the secret of a name that is kept from now on. */
  | { kind: 'posted'; commentId: string; token: string; newName: string | null }
  /** Like every answer that gives a form back it says by its status that nothing was taken in. */
  | { kind: 'again'; status: number; refused: RefusedComment };

/** Takes a comment's form in, shows how it would look, or gives it back with what is wrong. */
export async function receiveComment({
  path: sentTo,
  fields,
  place,
  keptName: known,
}: SentForm): Promise<Received> {
  const story = await discussionAt(sentTo);
  if (!story) return { kind: 'missing' };
  if (story === 'gone') return { kind: 'gone' };
  const { storyId, path } = story;
  if (fields.preview) {
    const seen = await previewComment(place, fields.text);
    if (!seen.ok) return again(path, fields, seen);
    const refused = { ...typedIn(path, fields), why: '', wrong: {}, closed: false };
    return {
      kind: 'again',
      status: statusOf.invalid,
      refused: { ...refused, preview: seen.value },
    };
  }
  const keptName = known ?? newToken();
  const posted = await postComment(VISITOR, { ...fields, storyId }, { place, keptName });
  if (!posted.ok) return again(path, fields, posted);
  const newName = fields.recognise && !known ? keptName : null;
  return { kind: 'posted', ...posted.value, newName };
}

type Fields = SentForm['fields'];

function again(path: string, fields: Fields, { code, why, fields: wrong = {} }: Refusal): Received {
  const refused = { ...typedIn(path, fields), why, wrong, closed: code === 'illegal' };
  return { kind: 'again', status: statusOf[code], refused };
}

function typedIn(path: string, fields: Fields): Pick<RefusedComment, 'path' | 'typed'> {
  const { text = '', name = '', email = '', notify = '', parentId = '', recognise } = fields;
  return {
    path,
    typed: {
      text,
      name,
      email,
      notify: notify !== '',
      parentId: parentId || null,
      recognise: Boolean(recognise),
    },
  };
}
