import { queueNews } from '#features/moderation/queries.ts';
import { currentStaff } from '#features/people/session.ts';
import { SIGNED_OUT } from '#lib/forms.ts';
import { statusOf } from '#lib/result.ts';

const HEADERS = { 'Cache-Control': 'no-store' };

/** How much lies on the piles now. An open queue asks while somebody looks at it. */
export async function GET(): Promise<Response> {
  const staff = await currentStaff();
  if (!staff) return Response.json({ why: SIGNED_OUT.message }, { status: 401, headers: HEADERS });
  const news = await queueNews(staff);
  return news.ok
    ? Response.json(news.value, { headers: HEADERS })
    : Response.json({ why: news.why }, { status: statusOf[news.code], headers: HEADERS });
}
