import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { autosaves } from '#db/schema/writing.ts';
import { read } from '#db/store.ts';
import type { Staff } from '#features/people/actor.ts';
import {
  keepAutosave,
  sweepAutosaves,
  unsavedPlaces,
  unsavedTexts,
} from '#features/stories/autosave.ts';
import { createStory, saveStory } from '#features/stories/commands.ts';
import { bePresent } from '#features/stories/presence.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, paragraphs, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

function typed(person: Staff, headline: string, more: Record<string, unknown> = {}) {
  return {
    id: newId(),
    personId: person.id,
    storyId: '',
    basedOn: '',
    sequence: 1,
    draft: { fields: { headline, sectionId: '' }, body: paragraphs(headline) },
    ...more,
  };
}

const headlines = async (person: Staff, storyId: string | null = null) =>
  (await unsavedTexts(person, storyId)).map(
    ({ draft: kept }) => (kept as { fields: { headline: string } }).fields.headline,
  );

test('what is typed is given back as it was, half a character and a zero byte too', async () => {
  const ada = await member('editor');
  const words = 'half \ud83d a pair, and \u0000';
  const text = typed(ada, words, {
    draft: { fields: { headline: words }, body: paragraphs(words) },
  });
  good(await keepAutosave(ada, text));
  const [kept] = await unsavedTexts(ada, null);
  expect(kept).toMatchObject({ id: text.id, sequence: 1, draft: text.draft });
});

test('what was overtaken on its way writes over nothing', async () => {
  const ada = await member('editor');
  const text = typed(ada, 'newer', { sequence: 7 });
  good(await keepAutosave(ada, text));
  good(await keepAutosave(ada, typed(ada, 'older', { id: text.id, sequence: 6 })));
  good(await keepAutosave(ada, { ...text, sequence: 6, draft: null }));
  expect(await headlines(ada)).toEqual(['newer']);
});

test('two windows of one person do not write over each other', async () => {
  const ada = await member('editor');
  await Promise.all(['one', 'two'].map((words) => keepAutosave(ada, typed(ada, words))));
  expect((await headlines(ada)).sort()).toEqual(['one', 'two']);
});

test('nobody reads, changes or forgets what somebody else is typing', async () => {
  const [ada, bob] = [await member('editor'), await member('editor')];
  const text = typed(ada, 'Ada’s');
  good(await keepAutosave(ada, text));
  expect(await keepAutosave(bob, { ...text, personId: bob.id, sequence: 9 })).toMatchObject({
    code: 'missing',
  });
  good(await keepAutosave(bob, { ...text, personId: bob.id, sequence: 9, draft: null }));
  expect(await keepAutosave(bob, { ...text, sequence: 9 })).toMatchObject({ code: 'forbidden' });
  expect(await headlines(bob)).toEqual([]);
  expect(await headlines(ada)).toEqual(['Ada’s']);
});

test('a text that is being typed in another window says so', async () => {
  const { id } = await section();
  const { storyId } = await draft(id);
  const ada = await member('editor');
  const text = typed(ada, 'x', { storyId });
  good(await keepAutosave(ada, text));
  expect(await unsavedTexts(ada, storyId)).toMatchObject([{ open: false }]);
  good(await bePresent(ada, { id: text.id, storyId, field: 'body' }));
  expect(await unsavedTexts(ada, storyId)).toMatchObject([{ open: true }]);
});

test('a story that somebody may not see keeps nothing for them and does not say that it is there', async () => {
  const { id } = await section();
  const { storyId } = await draft(id);
  const contributor = await member('contributor');
  const hidden = await keepAutosave(contributor, typed(contributor, 'x', { storyId }));
  expect(hidden).toMatchObject({ code: 'missing' });
  const nothing = typed(contributor, 'x', { storyId: 'nothing' });
  expect(await keepAutosave(contributor, nothing)).toEqual(hidden);
  const moderator = await member('moderator');
  expect(await keepAutosave(moderator, typed(moderator, 'x'))).toMatchObject({ code: 'forbidden' });
});

test('a save forgets what was kept of its editor, and nothing of another', async () => {
  const { id: sectionId } = await section();
  const ada = await member('editor');
  const [mine, other] = [typed(ada, 'mine'), typed(ada, 'other')];
  for (const text of [mine, other]) good(await keepAutosave(ada, text));
  const editing = { id: mine.id, sequence: 1 };
  const input = { sectionId, headline: 'mine', body: paragraphs('x'), editing };
  const { storyId, revisionId } = good(await createStory(ada, input));
  expect(await headlines(ada)).toEqual(['other']);

  const later = typed(ada, 'later', { id: mine.id, storyId, basedOn: revisionId, sequence: 3 });
  good(await keepAutosave(ada, later));
  const stale = { ...input, storyId, basedOn: revisionId, headline: 'two' };
  good(await saveStory(ada, { ...stale, editing: { id: mine.id, sequence: 2 } }));
  expect(await headlines(ada, storyId)).toEqual(['later']);
});

test('the list of places names each story once and no story of somebody else', async () => {
  const { id } = await section();
  const [ada, bob] = [await member('editor'), await member('editor')];
  const story = await draft(id, { headline: 'Ferries' });
  for (const person of [ada, ada, bob]) {
    good(await keepAutosave(person, typed(person, 'x', { storyId: story.storyId })));
  }
  good(await keepAutosave(ada, typed(ada, 'x')));
  const places = await unsavedPlaces(ada);
  expect(places).toHaveLength(2);
  expect(places).toContainEqual({ storyId: story.storyId, headline: 'Ferries' });
  expect(places).toContainEqual({ storyId: '', headline: '' });
});

test('what is no text, too long, or one too many is refused in words', async () => {
  const ada = await member('editor');
  for (const wrong of [
    null,
    'text',
    typed(ada, 'x', { id: '../../etc' }),
    typed(ada, 'x', { sequence: -1 }),
    typed(ada, 'x', { draft: { fields: [], body: '<p>' } }),
    typed(ada, 'x'.repeat(1_100_000)),
  ]) {
    expect(await keepAutosave(ada, wrong)).toMatchObject({ ok: false, code: 'invalid' });
  }
  const first = typed(ada, 'first');
  good(await keepAutosave(ada, first));
  for (let n = 1; n < 100; n += 1) good(await keepAutosave(ada, typed(ada, `text ${n}`)));
  expect(await keepAutosave(ada, typed(ada, 'one too many'))).toMatchObject({ code: 'limited' });
  good(await keepAutosave(ada, { ...first, sequence: 2 }));
});

test('what nobody came back for is forgotten after three months, not before', async () => {
  const clock = holdClock();
  const ada = await member('editor');
  good(await keepAutosave(ada, typed(ada, 'old')));
  clock.forward(60 * 24 * 3_600_000);
  good(await keepAutosave(ada, typed(ada, 'new')));
  clock.forward(31 * 24 * 3_600_000);
  await sweepAutosaves();
  const rows = await read.select().from(autosaves).where(eq(autosaves.personId, ada.id));
  expect(rows).toHaveLength(1);
  expect(await headlines(ada)).toEqual(['new']);
});
