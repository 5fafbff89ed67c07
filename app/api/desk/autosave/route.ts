import { currentStaff } from '#features/people/session.ts';
import { keepAutosave } from '#features/stories/autosave.ts';
import { SIGNED_OUT } from '#lib/forms.ts';
import { statusOf } from '#lib/result.ts';

/** Keeps what is being typed. Not an action: a page that is being left can still send a plain request. */
export async function POST(request: Request): Promise<Response> {
  const staff = await currentStaff();
  if (!staff) return answer(401, SIGNED_OUT.message);
  const sent: unknown = await request.json().catch(() => null);
  if (isOfSomebodyElse(sent, staff.id)) return answer(401, 'Somebody else is signed in now.');
  const kept = await keepAutosave(staff, sent);
  return kept.ok ? answer(200, '') : answer(statusOf[kept.code], kept.why);
}

/** The one text in the page and the other person's session: to that person it is as if signed out. */
function isOfSomebodyElse(sent: unknown, personId: string): boolean {
  if (typeof sent !== 'object' || sent === null || !('personId' in sent)) return false;
  return sent.personId !== personId;
}

function answer(status: number, why: string): Response {
  return Response.json({ why }, { status, headers: { 'Cache-Control': 'no-store' } });
}
