import ICAL from 'ical.js';
import { beforeEach, expect, test } from 'vitest';
import { calendarLinks } from '#db/schema/planning.ts';
import { read } from '#db/store.ts';
import type { Staff } from '#features/people/actor.ts';
import { system } from '#features/people/actor.ts';
import { deactivate } from '#features/people/commands.ts';
import { addAssignment, changeAssignment } from '#features/planning/commands.ts';
import { icalendar } from '#features/planning/ical.ts';
import { makeCalendarLink, revokeCalendarLink } from '#features/planning/links.ts';
import { calendarBehind } from '#features/planning/queries.ts';
import type { CalendarEntry } from '#features/planning/views.ts';
import { scheduleStory } from '#features/stories/schedules.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const HOUR = 3_600_000;
const ABOUT = { name: 'The Dateline: planning', siteUrl: 'https://news.example', at: new Date() };
let clock: ReturnType<typeof holdClock>;

beforeEach(() => {
  clock = holdClock();
});

const linkOf = async (person: Staff) => good(await makeCalendarLink(person)).token;

async function due(editor: Staff, title: string, personId: string | null = null) {
  const dueAt = new Date(clock.at.getTime() + HOUR);
  const { id: sectionId } = await section();
  const { id } = good(await addAssignment(editor, { title, sectionId, personId, dueAt }));
  return { id, sectionId };
}

async function titles(token: string, only: 'mine' | 'all' = 'all') {
  return ((await calendarBehind(token, only))?.entries ?? []).map((entry) => entry.title);
}

test('a secret opens the calendar of its person, and only what that person sees', async () => {
  const editor = await member('editor');
  const reporter = await member('reporter');
  const contributor = await member('contributor');
  await due(editor, 'For the reporter', reporter.id);
  await due(editor, 'For the contributor', contributor.id);
  expect(await titles(await linkOf(editor))).toEqual(
    expect.arrayContaining(['For the reporter', 'For the contributor']),
  );
  const own = await linkOf(reporter);
  expect(await titles(own, 'mine')).toEqual(['For the reporter']);
  expect(await titles(await linkOf(contributor))).toEqual(['For the contributor']);
  expect(await calendarBehind('x'.repeat(43), 'all')).toBeNull();
});

test('the secret is in no row, and a new one ends the old', async () => {
  const editor = await member('editor');
  const first = await linkOf(editor);
  expect(JSON.stringify(await read.select().from(calendarLinks))).not.toContain(first);
  const second = await linkOf(editor);
  expect(await calendarBehind(first, 'all')).toBeNull();
  expect(await calendarBehind(second, 'all')).not.toBeNull();
  good(await revokeCalendarLink(editor));
  expect(await calendarBehind(second, 'all')).toBeNull();
  expect(await revokeCalendarLink(editor)).toMatchObject({ code: 'illegal' });
});

test('whoever leaves the staff has no calendar any more', async () => {
  const reporter = await member('reporter');
  const token = await linkOf(reporter);
  good(await deactivate(system('test'), reporter.id));
  expect(await calendarBehind(token, 'all')).toBeNull();
});

test('what is scheduled stands in the calendar of who may see it', async () => {
  const story = await draft((await section()).id, { headline: 'Out at noon' });
  const at = new Date(clock.at.getTime() + HOUR);
  good(await scheduleStory(system('test'), { ...story, at }));
  expect(await titles(await linkOf(await member('editor')))).toContain('Out at noon');
  expect(await titles(await linkOf(await member('contributor')))).not.toContain('Out at noon');
});

test('a thing keeps its UID when its hour changes', async () => {
  const editor = await member('editor');
  const token = await linkOf(editor);
  const { id, sectionId } = await due(editor, 'Moved by an hour');
  const event = async () => {
    const { entries } = (await calendarBehind(token, 'all')) ?? { entries: [] };
    const [one] = eventsIn(icalendar(entries, ABOUT)).filter(({ uid }) => uid.includes(id));
    return one;
  };
  const before = await event();
  const dueAt = new Date(clock.at.getTime() + 2 * HOUR);
  const input = { id, version: 1, title: 'Moved by an hour', sectionId, dueAt };
  good(await changeAssignment(editor, input));
  const after = await event();
  expect(after?.uid).toBe(before?.uid);
  expect(after?.start).toEqual(dueAt);
});

/** Read by another library than the one that wrote it. */
function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return { uid: event.uid, summary: event.summary, start: event.startDate.toJSDate() };
  });
}

const NASTY = [
  'Commas, semicolons; and \\ backslashes',
  'Two\nlines',
  'BEGIN:VEVENT\r\nUID:forged',
  `Long ${'é'.repeat(200)}`,
  'أكشاك الكتب 📚'.repeat(20),
];

test('whatever a title is, the file is valid: read back it says the same, and no line is too long', () => {
  const at = new Date('2026-10-25T00:30:00Z');
  const entries = NASTY.map(
    (title, index): CalendarEntry => ({
      key: `assignment-${index}`,
      at,
      what: 'due',
      title,
      language: 'en',
      section: 'World',
      person: 'Ed; Editor',
      to: '/desk/planning/x',
      late: false,
    }),
  );
  const text = icalendar(entries, ABOUT);
  const events = eventsIn(text);
  expect(events.map((event) => event.summary)).toEqual(
    NASTY.map((title) => `Due: ${title.replaceAll('\r\n', '\n')}`),
  );
  expect(new Set(events.map((event) => event.uid)).size).toBe(NASTY.length);
  for (const event of events) expect(event.start).toEqual(at);
  expect(text).toContain('DTSTART:20261025T003000Z');
  const lines = text.split('\r\n');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.match(/^DTSTAMP:/gm)).toHaveLength(NASTY.length);
  expect(text).not.toMatch(/ORGANIZER|ATTENDEE|@newsroom/);
});
