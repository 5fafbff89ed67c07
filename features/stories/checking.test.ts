import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { type Actor, system } from '#features/people/actor.ts';
import { editorView } from '#features/stories/desk.ts';
import { publishDue } from '#features/stories/jobs.ts';
import { publishStory } from '#features/stories/publishing.ts';
import { scheduleStory } from '#features/stories/schedules.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, publish, section, withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const clock = holdClock();

function linking(href: string) {
  const marks = [{ type: 'link', attrs: { href } }];
  const content = [{ type: 'text', text: 'there', marks }];
  return { type: 'doc', content: [{ type: 'paragraph', content }] };
}

test('an unsigned story goes out with a reason only, which is kept, shown and in the log', async () => {
  const { id } = await section();
  const editor = await member('editor');
  const story = await draft(id);
  const refused = await publishStory(editor, story);
  expect(refused).toMatchObject({ code: 'illegal', why: expect.stringMatching(/byline/) });
  const reasons = [{ code: 'no-byline', subject: '', reason: 'an agency report' }];
  good(await publishStory(editor, { ...story, reasons }));
  expect(good(await editorView(editor, story.storyId)).reasons).toMatchObject([
    { ...reasons[0], by: editor.name },
  ]);
  const log = await read.select().from(audit).where(eq(audit.thingId, story.storyId));
  expect(log.map((row) => row.payload).join()).toContain('an agency report');
});

test('a reason that was given once is not asked for again; one for nothing is not kept', async () => {
  const { id } = await section();
  const editor = await member('editor');
  const story = await draft(id);
  const reasons = [
    { code: 'no-byline', subject: '', reason: 'an agency report' },
    { code: 'no-credit', subject: 'no-such-picture', reason: 'just so' },
  ];
  good(await publishStory(editor, { ...story, reasons }));
  expect(good(await editorView(editor, story.storyId)).reasons).toHaveLength(1);
  await withdraw(story);
  good(await publishStory(editor, story));
});

test('the hour is not set for what would be refused, and the clock asks nobody', async () => {
  const { id } = await section();
  const editor = await member('editor');
  const story = await draft(id);
  const at = new Date(clock.at.getTime() + 60_000);
  expect(await scheduleStory(editor, { ...story, at })).toMatchObject({ code: 'illegal' });
  const reasons = [{ code: 'no-byline', subject: '', reason: 'an agency report' }];
  good(await scheduleStory(editor, { ...story, at, reasons }));
  clock.at = at;
  expect(await publishDue()).toBe(1);
});

test('a link to a page that readers do not have is found, one that moved or leads elsewhere is not', async () => {
  const { id, slug } = await section();
  const there = await publish(await draft(id));
  const gone = await draft(id, { slug: 'gone' });
  await publish(gone);
  await withdraw(gone);
  await draft(id, { slug: 'not-yet' });
  const brokenIn = async (href: string) => {
    const story = await draft(id, { body: linking(href) });
    return good(await editorView(system('test'), story.storyId)).brokenLinks;
  };
  for (const fine of [
    there,
    `${there}#part`,
    `/${slug}`,
    '/search?q=x',
    'https://else.example/x',
  ]) {
    expect(await brokenIn(fine)).toEqual([]);
  }
  for (const broken of [`/${slug}/gone`, `/${slug}/not-yet`, '/nowhere', `${there}x?a=b`]) {
    expect(await brokenIn(broken)).toEqual([broken]);
  }
});

test('two drafts with one address say so to whoever may see both, until one of them has it', async () => {
  const { id } = await section();
  const editor = await member('editor');
  const [ada, bob] = [await member('contributor'), await member('contributor')];
  const slug = 'a-storm';
  const one = await draft(id, { headline: 'One storm', slug }, ada);
  const two = await draft(id, { headline: 'Two storms', slug }, bob);
  const elsewhere = await draft((await section()).id, { headline: 'Elsewhere', slug });
  const namesakes = async (actor: Actor, { storyId }: { storyId: string }) =>
    good(await editorView(actor, storyId)).namesakes.map((other) => other.headline);
  expect(await namesakes(editor, one)).toEqual(['Two storms']);
  expect(await namesakes(editor, two)).toEqual(['One storm']);
  expect(await namesakes(editor, elsewhere)).toEqual([]);
  expect(await namesakes(ada, one)).toEqual([]);
  expect(await namesakes(bob, two)).toEqual([]);
  await publish(one);
  expect(await namesakes(editor, one)).toEqual([]);
  expect(await namesakes(editor, two)).toEqual([]);
});
