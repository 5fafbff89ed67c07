import { answer, CSV } from '#app/(machines)/answer.ts';
import { decisionCounts } from '#features/moderation/counting.ts';
import { asCsv } from '#features/moderation/transparency.ts';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  return answer(asCsv(await decisionCounts()), CSV);
}
