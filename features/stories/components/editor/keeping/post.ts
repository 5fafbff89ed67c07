import type { Outcome, Parcel } from '#features/stories/components/editor/keeping/courier.ts';
import { autosavePath } from '#lib/paths.ts';

/** What browsers send for a page that is gone already; more than that is on the device. */
const KEEPALIVE_BYTES = 60_000;
const PATIENCE_MS = 8_000;

/** Sends one parcel; `leaving`: the page will not be there to hear the answer. */
export async function postParcel(parcel: Parcel, leaving: boolean): Promise<Outcome> {
  const body = new TextEncoder().encode(JSON.stringify(parcel));
  try {
    const answer = await fetch(autosavePath(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      keepalive: leaving && body.byteLength <= KEEPALIVE_BYTES,
      ...(leaving ? {} : { signal: AbortSignal.timeout(PATIENCE_MS) }),
    });
    if (answer.ok) return 'kept';
    if (answer.status === 401) return 'signed out';
    if (answer.status >= 500) return 'unreached';
    const said: unknown = await answer.json().catch(() => null);
    return { refused: whyIn(said) };
  } catch {
    return 'unreached';
  }
}

function whyIn(said: unknown): string {
  const why = typeof said === 'object' && said !== null && 'why' in said ? said.why : '';
  return typeof why === 'string' && why ? why : 'The server does not take it.';
}
