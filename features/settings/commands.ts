import { eq } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { touch } from '#db/outbox.ts';
import { settings } from '#db/schema/site.ts';
import { type Tx, transaction } from '#db/store.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { LogoFile, LogoPlace, SettingsInput } from '#features/settings/input.ts';
import { drawLogo, keepLogo } from '#features/settings/internal/logo.ts';
import { can } from '#features/settings/policy.ts';
import { dayTag, siteTag } from '#features/site/tags.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';

/** Changes the settings that are given. Every page that shows one is made anew at once. */
export async function changeSettings(actor: Actor, input: unknown): Promise<Result<null>> {
  const verdict = can(actor, 'change');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const parsed = SettingsInput.safeParse(input);
  if (!parsed.success) {
    // By its whole path: which of the colours it is, and which of the links.
    const fields = parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]);
    return incorrect(Object.fromEntries(fields));
  }
  const changes = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
  return transaction(async (tx) => {
    for (const [key, value] of changes) await put(tx, key, value);
    await touch(tx, 'timeZone' in parsed.data ? [siteTag(), dayTag()] : [siteTag()]);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'settings.change',
      noun: 'settings',
      thingId: 'site',
      payload: parsed.data,
    });
    return ok(null);
  });
}

/** Puts a logo into the masthead, or takes it out: then the name is set in type. */
export async function changeLogo(
  actor: Actor,
  place: unknown,
  file: Uint8Array | null,
): Promise<Result<null>> {
  const verdict = can(actor, 'change');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const key = LogoPlace.safeParse(place);
  if (!key.success) return refuse('invalid', 'There is no such logo.');
  let logo = null;
  if (file) {
    const parsed = LogoFile.safeParse(file);
    if (!parsed.success) return incorrect({ [key.data]: parsed.error.issues[0]?.message ?? '' });
    const drawn = await drawLogo(parsed.data);
    if (!drawn.ok) return incorrect({ [key.data]: drawn.why });
    logo = await keepLogo(drawn.value);
  }
  return transaction(async (tx) => {
    await put(tx, key.data, logo);
    await touch(tx, [siteTag()]);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'settings.change-logo',
      noun: 'settings',
      thingId: key.data,
      payload: { file: logo?.file ?? null },
    });
    return ok(null);
  });
}

/** What is set back to nothing has no row. */
async function put(tx: Tx, key: string, value: unknown): Promise<void> {
  if (value === null) {
    await tx.delete(settings).where(eq(settings.key, key));
    return;
  }
  await tx
    .insert(settings)
    .values({ key, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } });
}
