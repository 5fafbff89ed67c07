import { proof } from '#features/media/queries.ts';
import { staffHeaders } from '#features/media/serving.ts';
import { currentStaff } from '#features/people/session.ts';

type Context = { params: Promise<{ id: string }> };

/** How a picture looks, for the desk: also when readers may not see it any more. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const staff = await currentStaff();
  const { id } = await params;
  const found = staff ? await proof(staff, id) : null;
  if (!found?.ok) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(found.value), { headers: staffHeaders('image/webp') });
}
