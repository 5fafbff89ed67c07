import { textFields } from '#lib/forms.ts';

/** What a form of these pages sent; null if it is none. */
export async function fieldsOf(request: Request): Promise<Record<string, string> | null> {
  try {
    return textFields(await request.formData());
  } catch {
    return null;
  }
}

export function notAForm(): Response {
  return new Response('This is not a form that was filled in here.\n', { status: 400 });
}

export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
