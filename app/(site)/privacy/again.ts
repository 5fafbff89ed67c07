import type { RefusedForm } from '#app/(site)/form/privacy/refused.ts';
import { newId } from '#lib/ids.ts';
import { linkErrorPath } from '#lib/paths.ts';
import { RENDER_HEADER } from '#lib/pressed.ts';
import { currentRequest } from '#lib/request-context.ts';
import { type Refusal, statusOf } from '#lib/result.ts';

/** Has the door render the form once more in this answer's place, with what is wrong. */
export function showAgain(code: Refusal['code'], refused: RefusedForm): Response {
  const request = currentRequest();
  if (request) request.stash = refused;
  return new Response(null, {
    status: statusOf[code],
    headers: { [RENDER_HEADER]: linkErrorPath(newId()) },
  });
}
