import { EditInput } from '#features/comments/input.ts';
import { mayNow } from '#features/comments/internal/reader-limits.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** What a comment would say, as it would be stored. Nothing of it is kept. */
export async function previewComment(place: string, text: unknown): Promise<Result<string>> {
  const parsed = EditInput.safeParse({ text });
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  if (await mayNow('previewing', place)) return ok(parsed.data.text);
  return refuse('limited', 'Too many previews from your network. Please wait a minute.');
}
