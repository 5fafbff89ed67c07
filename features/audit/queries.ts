import { asc } from 'drizzle-orm';
import { people } from '#db/schema/people.ts';
import { read } from '#db/store.ts';
import { namesOf, revisionNumbers } from '#features/audit/internal/names.ts';
import { type AuditRow, matchingRows } from '#features/audit/internal/rows.ts';
import { can } from '#features/audit/policy.ts';
import type { AuditChoices, AuditEntry, AuditFilter, AuditPage } from '#features/audit/views.ts';
import { actName, didWords, KNOWN_ACTS } from '#features/audit/words.ts';
import type { Actor } from '#features/people/actor.ts';
import { staffNames } from '#features/people/queries.ts';
import { siteSettings } from '#features/site/queries.ts';
import { editorView } from '#features/stories/desk.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

const PAGE = 50;

/** The newest rows of the whole log that match. */
export async function auditLog(actor: Actor, filter: AuditFilter): Promise<Result<AuditPage>> {
  const verdict = can(actor, 'read');
  return verdict.ok ? ok(await pageOf(filter)) : refuse('forbidden', verdict.why);
}

/** The same of one story, also for the editors of its section. */
export async function storyLog(
  actor: Actor,
  storyId: string,
  before?: number,
): Promise<Result<AuditPage>> {
  const story = await editorView(actor, storyId);
  if (!story.ok) return story;
  const verdict = can(actor, 'read of story', story.value);
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  return ok(await pageOf({ noun: 'story', thing: storyId, before }));
}

/** What the filter of the log chooses from. */
export async function auditChoices(actor: Actor): Promise<Result<AuditChoices>> {
  const verdict = can(actor, 'read');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const staff = await read
    .select({ id: people.id, name: people.name })
    .from(people)
    .orderBy(asc(people.name), asc(people.id));
  const acts = KNOWN_ACTS.map((act) => ({ act, name: actName(act) }));
  const nouns = [...new Set(KNOWN_ACTS.map((act) => act.split('.')[0] ?? ''))];
  return ok({ people: staff, acts, nouns });
}

async function pageOf(filter: AuditFilter): Promise<AuditPage> {
  const { timeZone } = await siteSettings();
  const rows = await matchingRows(read, filter, { timeZone, limit: PAGE });
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    entries: await entriesOf(shown),
    older: rows.length > PAGE && last ? last.position : null,
  };
}

async function entriesOf(rows: AuditRow[]): Promise<AuditEntry[]> {
  const payloads = new Map(rows.map((row) => [row.position, detailsOf(row.payload)]));
  const details = (row: AuditRow) => payloads.get(row.position) ?? {};
  const staff = await staffNames(rows.flatMap(({ actor }) => staffIn(actor) ?? []));
  const nameOf = await namesOf(read, rows);
  const numbers = await revisionNumbers(
    read,
    rows.flatMap((row) => details(row).revisionId ?? []),
  );
  return rows.map((row) => {
    const { revisionId, note, reason } = details(row);
    return {
      position: row.position,
      at: row.at,
      who: whoIs(row.actor, staff),
      did: didWords(row.act, numbers.get(revisionId ?? '') ?? null),
      thing: { noun: row.noun, id: row.thingId, ...nameOf(row.noun, row.thingId) },
      said: note || reason || '',
      erased: row.payload === null,
    };
  });
}

type Details = Partial<Record<'revisionId' | 'note' | 'reason', string>>;

function detailsOf(payload: string | null): Details {
  const parsed = payload === null ? {} : (JSON.parse(payload) as Record<string, unknown>);
  const words = Object.entries(parsed).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(words);
}

function staffIn(actor: string): string | null {
  return actor.startsWith('staff:') ? actor.slice('staff:'.length) : null;
}

function whoIs(actor: string, staff: ReadonlyMap<string, string>): string {
  const id = staffIn(actor);
  if (id !== null) return staff.get(id) ?? 'Somebody whose account is gone';
  if (actor === 'visitor') return 'A reader';
  return actor === 'system:command-line' ? 'The command line' : 'Dateline';
}
