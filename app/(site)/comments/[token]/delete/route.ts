import { answerOwn } from '#app/(site)/comments/own-form.ts';
import { plain } from '#app/(site)/params.ts';
import { deleteComment } from '#features/comments/own.ts';
import { VISITOR } from '#features/people/actor.ts';

type Context = { params: Promise<{ token: string }> };

/** Takes the writer's own comment away. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const token = plain((await params).token);
  return answerOwn(token, await deleteComment(VISITOR, token), null);
}
