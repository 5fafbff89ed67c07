import { after } from 'next/server';
import { addPicture } from '#features/media/commands.ts';
import { makeAhead, pictureDetails } from '#features/media/queries.ts';
import type { Uploaded } from '#features/media/views.ts';
import { currentStaff } from '#features/people/session.ts';
import { SIGNED_OUT } from '#lib/forms.ts';
import { statusOf } from '#lib/result.ts';

/** Takes a picture from the desk. Not an action: only a plain request tells how far it has come. */
export async function POST(request: Request): Promise<Response> {
  const staff = await currentStaff();
  if (!staff) return answer({ ok: false, why: SIGNED_OUT.message }, 401);
  const form = await request.formData().catch(() => null);
  const file = form?.get('file');
  if (!form || !(file instanceof File)) {
    return answer({ ok: false, why: 'Please choose a picture.' }, 422);
  }
  const { file: _file, ...words } = Object.fromEntries(form);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const added = await addPicture(staff, { ...words, name: file.name, bytes });
  if (!added.ok) {
    return answer({ ok: false, why: added.fields?.bytes ?? added.why }, statusOf[added.code]);
  }
  const { id } = added.value;
  const picture = await pictureDetails(staff, id);
  if (!picture.ok) return answer({ ok: false, why: picture.why }, statusOf[picture.code]);
  after(() => makeAhead(id));
  return answer({ ok: true, picture: picture.value }, 200);
}

function answer(body: Uploaded, status: number): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}
