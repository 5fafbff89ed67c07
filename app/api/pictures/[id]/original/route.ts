import { originalOf } from '#features/media/queries.ts';
import { staffHeaders } from '#features/media/serving.ts';
import { currentStaff } from '#features/people/session.ts';

type Context = { params: Promise<{ id: string }> };

/** The file as it came. Whatever it is, no browser opens it here: it is saved. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const staff = await currentStaff();
  const { id } = await params;
  const found = staff ? await originalOf(staff, id) : null;
  if (!found?.ok) return new Response(null, { status: 404 });
  const { bytes, type, name } = found.value;
  return new Response(new Uint8Array(bytes), {
    headers: staffHeaders(type, name || `${id}.${type.replace(/^image\/(\w+).*/, '$1')}`),
  });
}
