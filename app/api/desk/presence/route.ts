import { currentStaff } from '#features/people/session.ts';
import { bePresent, leave } from '#features/stories/presence.ts';
import { SIGNED_OUT } from '#lib/forms.ts';
import { statusOf } from '#lib/result.ts';

const HEADERS = { 'Cache-Control': 'no-store' };

/** An open editor says so, every few seconds and once more when it is closed. */
export async function POST(request: Request): Promise<Response> {
  const staff = await currentStaff();
  if (!staff) return Response.json({ why: SIGNED_OUT.message }, { status: 401, headers: HEADERS });
  const sent: unknown = await request.json().catch(() => null);
  const leaving = typeof sent === 'object' && sent !== null && 'leaving' in sent;
  const heard = leaving ? await leave(staff, sent) : await bePresent(staff, sent);
  return heard.ok
    ? Response.json(heard.value, { headers: HEADERS })
    : Response.json({ why: heard.why }, { status: statusOf[heard.code], headers: HEADERS });
}
