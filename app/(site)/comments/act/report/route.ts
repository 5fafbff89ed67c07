import { browserOf } from '#app/(site)/comments/act/browser.ts';
import type { RefusedReport } from '#app/(site)/form/report/refused.ts';
import { replyTarget } from '#features/comments/queries.ts';
import { reportComment } from '#features/comments/reporting.ts';
import { VISITOR } from '#features/people/actor.ts';
import { textFields } from '#lib/forms.ts';
import { newId } from '#lib/ids.ts';
import { href, reportErrorPath, reportSentPath } from '#lib/paths.ts';
import { RENDER_HEADER } from '#lib/pressed.ts';
import { currentRequest } from '#lib/request-context.ts';
import { statusOf } from '#lib/result.ts';

/** Takes a report in: 303 to the page that says so, or the form again with what is wrong. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  if (!form) return new Response('This is not a form that was filled in here.\n', { status: 400 });
  const { comment = '', reason = '', note = '' } = textFields(form);
  if (!(await replyTarget(comment))) return new Response(null, { status: 404 });
  const browser = browserOf(request);
  const result = await reportComment(VISITOR, { comment, reason, note }, browser);
  if (result.ok) {
    const location = href(reportSentPath(result.value.storyPath, comment));
    return new Response(null, { status: 303, headers: { ...browser.remember, location } });
  }
  if (result.code === 'missing') return new Response(null, { status: 404 });
  const wrong = Object.values(result.fields ?? {})[0] ?? result.why;
  const refused: RefusedReport = { commentId: comment, wrong, reason, note };
  const current = currentRequest();
  if (current) current.stash = refused;
  return new Response(null, {
    status: statusOf[result.code],
    headers: { [RENDER_HEADER]: reportErrorPath(newId()) },
  });
}
