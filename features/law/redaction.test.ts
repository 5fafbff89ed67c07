import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeEach, expect, test, vi } from 'vitest';
import { verifyAudit } from '#db/audit-verify.ts';
import { drainOutbox } from '#db/outbox.ts';
import { commentRevisions } from '#db/schema/comments.ts';
import { pictures } from '#db/schema/site.ts';
import { revisions } from '#db/schema/stories.ts';
import { read } from '#db/store.ts';
import { rejectComment } from '#features/comments/commands.ts';
import { storyComments, writersComment } from '#features/comments/queries.ts';
import { redactComment, redactPicture, redactRevision } from '#features/law/commands.ts';
import { addPicture } from '#features/media/commands.ts';
import { pictureViews, rendition } from '#features/media/queries.ts';
import { lookUp } from '#features/paths/queries.ts';
import { type Staff, system } from '#features/people/actor.ts';
import { addGuest } from '#features/people/commands.ts';
import { searchStories } from '#features/search/queries.ts';
import { saveStory } from '#features/stories/commands.ts';
import { publishStory, submitStory } from '#features/stories/publishing.ts';
import { newestStories, storyAt } from '#features/stories/queries.ts';
import { newId } from '#lib/ids.ts';
import { handleEvent } from '#server/events.ts';
import { discussedStory, judgeable, posted, shown } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { leftovers } from '#tests/leftovers.ts';
import { draft, member, paragraphs, publish, rewrite, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

vi.setConfig({ testTimeout: 60_000 });

const REASON = 'Court of Ghent, 26/1187';
let admin: Staff;
let clock = holdClock();
beforeEach(async () => {
  clock = holdClock();
  admin = await member('admin');
});

const drain = () => drainOutbox(handleEvent);

async function photograph(words: Record<string, string> = {}, colour = '#135'): Promise<string> {
  const bytes = await sharp({
    create: { width: 400, height: 300, channels: 3, background: colour },
  })
    .png()
    .toBuffer();
  return good(await addPicture(admin, { bytes, ...words })).id;
}

/** A text that has the mark in every place that a text has. */
function markedEverywhere(mark: string, pictureId: string) {
  const use = {
    pictureId,
    alt: `${mark} alt`,
    caption: `${mark} caption`,
    credit: `${mark} credit`,
  };
  return {
    headline: `The ${mark} affair`,
    shortHeadline: `${mark} short`,
    searchTitle: `${mark} title`,
    searchDescription: `${mark} description`,
    standfirst: `${mark} stands first`,
    datelinePlace: mark,
    body: {
      type: 'doc',
      content: [
        ...paragraphs(`Somebody said that ${mark} was there.`).content,
        {
          type: 'quote',
          attrs: { speaker: `${mark} speaks`, source: `${mark} source` },
          content: [{ type: 'paragraph', content: [{ type: 'text', text: `Quoting ${mark}` }] }],
        },
        { type: 'picture', attrs: use },
      ],
    },
    picture: use,
    topics: [`${mark} topic`, 'Rivers'],
    places: [`${mark} place`],
    sourceLine: `${mark} line`,
    notes: `${mark} notes`,
  };
}

test('of a redacted revision that readers saw nothing is left anywhere, and the reason is', async () => {
  const mark = `zqv${newId()}`;
  const { id: sectionId } = await section();
  const editor = await member('editor');
  const author = good(await addGuest(admin, 'A. Guest'));
  const text = markedEverywhere(mark, await photograph());
  const bylines = [{ authorId: author.id }];
  const first = await draft(sectionId, { ...text, bylines }, editor);
  const { storyId, revisionId } = first;
  good(await submitStory(editor, { storyId, revisionId, note: `please read of ${mark}` }));
  const { path } = good(
    await publishStory(editor, { storyId, revisionId, note: `${mark} at last` }),
  );
  await drain();
  const second = await rewrite(
    first,
    sectionId,
    { headline: 'Another', slug: '', bylines },
    editor,
  );
  const late = { storyId, basedOn: revisionId, sectionId, headline: 'Late', slug: first.slug };
  const typed = paragraphs(`And yet ${mark} came back.`);
  expect(await saveStory(await member('editor'), { ...late, body: typed })).toMatchObject({
    code: 'conflict',
  });
  expect((await leftovers(mark)).length).toBeGreaterThan(0);
  expect(await storyAt(path)).not.toBeNull();

  const answer = good(
    await redactRevision(admin, {
      storyId,
      revisionIds: [revisionId],
      words: [mark],
      forgetAddress: true,
      reason: REASON,
    }),
  );
  expect(answer).toEqual({ revisions: 1, withdrawn: true, stillSaid: [] });
  await drain();
  expect(await leftovers(mark)).toEqual([]);
  expect(await storyAt(path)).toBeNull();
  expect(await lookUp(path)).toBeNull();
  expect((await searchStories(mark, 1))?.total).toBe(0);
  const rows = await read
    .select()
    .from(revisions)
    .where(eq(revisions.storyId, storyId))
    .orderBy(revisions.number);
  expect(rows.map((row) => [row.number, row.headline, row.redactionReason])).toEqual([
    [1, '', REASON],
    [2, 'Another', null],
  ]);
  expect(await verifyAudit()).toMatchObject({ ok: true });
  await publish(second, editor);
});

test('readers go on seeing a story whose older text was redacted', async () => {
  const mark = `zqv${newId()}`;
  const { id: sectionId } = await section();
  const first = await draft(sectionId, { body: paragraphs(`Once ${mark} was here.`) });
  await publish(first);
  await drain();
  const second = await rewrite(first, sectionId, {
    headline: 'Harbour reopens',
    body: paragraphs('The harbour is open.'),
  });
  const path = await publish(second);
  await drain();
  const { storyId } = first;
  const answer = good(
    await redactRevision(admin, { storyId, revisionIds: [first.revisionId], reason: REASON }),
  );
  expect(answer.withdrawn).toBe(false);
  await drain();
  expect(await leftovers(mark)).toEqual([]);
  expect((await storyAt(path))?.headline).toBe('Harbour reopens');
  expect((await searchStories('harbour reopens', 1))?.total).toBe(1);
});

test('what only other revisions say stays, also what somebody is typing on top of them', async () => {
  const { id: sectionId } = await section();
  const body = paragraphs('A man was seen at 4 Harbour Lane last night.', 'The harbour is shut.');
  const first = await draft(sectionId, { headline: 'Fire at sea', body, topics: ['Fires'] });
  const kept = paragraphs('The harbour is shut.');
  const second = await rewrite(first, sectionId, {
    headline: 'Fire at sea',
    body: kept,
    topics: ['Fires'],
  });
  const { storyId } = first;
  const conflict = (text: string) => ({
    storyId,
    basedOn: second.revisionId,
    sectionId,
    headline: 'Fire at sea',
    body: paragraphs(text),
  });
  await rewrite(second, sectionId, {
    headline: 'Fire at sea',
    body: kept,
    topics: ['Fires'],
    notes: 'x',
  });
  const [ann, bob] = [await member('editor'), await member('editor')];
  await saveStory(ann, conflict('The harbour is shut. For how long?'));
  await saveStory(bob, conflict('He was seen at 4 Harbour Lane, they say.'));
  good(await redactRevision(admin, { storyId, revisionIds: [first.revisionId], reason: REASON }));
  await drain();
  expect(await leftovers('4 Harbour Lane')).toEqual([]);
  expect(await leftovers('For how long?')).not.toEqual([]);
  expect(await leftovers('Fires')).not.toEqual([]);
});

test('a word that another revision still says is told, with the number of that revision', async () => {
  const { id: sectionId } = await section();
  const first = await draft(sectionId, { body: paragraphs('Jane Doe, and more.') });
  await rewrite(first, sectionId, { body: paragraphs('Jane Doe alone.') });
  const answer = good(
    await redactRevision(admin, {
      storyId: first.storyId,
      revisionIds: [first.revisionId],
      words: ['jane doe'],
      reason: REASON,
    }),
  );
  expect(answer.stillSaid).toEqual([2]);
});

test('a redacted text goes before nobody again, and is redacted once', async () => {
  const { id: sectionId } = await section();
  const { storyId, revisionId } = await draft(sectionId);
  const input = { storyId, revisionIds: [revisionId], reason: REASON };
  good(await redactRevision(admin, input));
  for (const move of [publishStory, submitStory]) {
    expect(await move(admin, { storyId, revisionId })).toMatchObject({ code: 'illegal' });
  }
  expect(await redactRevision(admin, input)).toMatchObject({ ok: false, code: 'missing' });
  const again = await rewrite({ storyId, revisionId, version: 1, slug: 'anew' }, sectionId, {});
  await publish(again);
});

test('a reason is asked for, and no other story is touched by a revision of another', async () => {
  const { id: sectionId } = await section();
  const [one, other] = [await draft(sectionId), await draft(sectionId)];
  const { storyId } = one;
  expect(
    await redactRevision(admin, { storyId, revisionIds: [one.revisionId], reason: ' ' }),
  ).toMatchObject({ code: 'invalid', fields: { reason: expect.any(String) } });
  expect(
    await redactRevision(admin, { storyId, revisionIds: [other.revisionId], reason: REASON }),
  ).toMatchObject({ code: 'missing' });
});

test('of a redacted picture no file and no word is left, and stories go on without it', async () => {
  const mark = `zqv${newId()}`;
  const { id: sectionId } = await section();
  const words = { alt: `${mark} alt`, caption: `${mark} caption`, credit: mark };
  const id = await photograph(words, '#531');
  const twin = await photograph({ alt: 'The same file' }, '#531');
  const use = {
    pictureId: id,
    alt: `${mark} used`,
    caption: `${mark} used`,
    credit: `${mark} used`,
  };
  const body = {
    type: 'doc',
    content: [
      ...paragraphs('A text.').content,
      { type: 'picture', attrs: use },
      { type: 'gallery', attrs: { pictures: [use, { ...use, pictureId: twin }] } },
    ],
  };
  const saved = await draft(sectionId, { body, picture: use });
  const path = await publish(saved);
  await drain();
  const file = (await rendition(id, `${400}.webp`)).kind;
  expect(good(await redactPicture(admin, { pictureId: id, reason: REASON }))).toEqual({
    pictures: 2,
    stories: 1,
  });
  await drain();
  expect(await leftovers(mark)).toEqual([]);
  expect(file).not.toBe('gone');
  for (const one of [id, twin]) {
    const [row] = await read.select().from(pictures).where(eq(pictures.id, one));
    expect(row).toMatchObject({ alt: '', placeholder: '', redactionReason: REASON });
    expect(await leftovers(row?.digest ?? '')).toEqual(
      expect.not.arrayContaining([row?.digest ?? '']),
    );
  }
  expect([...(await pictureViews(read, [id, twin])).keys()]).toEqual([]);
  const view = await storyAt(path);
  expect([view?.picture, Object.keys(view?.pictures ?? {})]).toEqual([null, []]);
  const cards = await newestStories(100);
  expect(cards.find((card) => card.id === saved.storyId)?.picture).toBeNull();
  expect(await redactPicture(admin, { pictureId: id, reason: REASON })).toMatchObject({
    code: 'illegal',
  });
  expect(await verifyAudit()).toMatchObject({ ok: true });
});

test('of a redacted comment nothing is left, its answers stay, and its writer learns why', async () => {
  const mark = `zqv${newId()}`;
  const story = await discussedStory();
  const editor = await member('editor', story.sectionId);
  const comment = await shown(story.storyId, { text: `So says ${mark}`, name: `${mark} K.` });
  const { commentId, token } = comment;
  await shown(story.storyId, { text: 'I think so too', parentId: commentId });
  const judged = await judgeable(commentId, 'approved');
  good(await rejectComment(editor, { ...judged, reason: `because of ${mark}` }));
  good(await redactComment(editor, { commentId, reason: REASON }));
  await drain();
  expect(await leftovers(mark)).toEqual([]);
  const page = await storyComments(story.storyId, 1);
  expect(page?.threads.map((thread) => [thread.first, thread.replies.length])).toEqual([[null, 1]]);
  expect(await writersComment(token)).toMatchObject({ text: '', redacted: REASON });
  const [row] = await read
    .select()
    .from(commentRevisions)
    .where(eq(commentRevisions.commentId, commentId));
  expect(row).toMatchObject({ name: '', text: '', redactionReason: REASON });
  expect(await rejectComment(editor, judged)).toMatchObject({ code: 'illegal' });
  expect(await redactComment(editor, { commentId, reason: REASON })).toMatchObject({
    code: 'illegal',
  });
  expect(await verifyAudit()).toMatchObject({ ok: true });
});

test('an approved comment that is redacted is gone from the page and from the count', async () => {
  const story = await discussedStory();
  const { commentId } = await shown(story.storyId, { text: 'Here today' });
  expect((await storyComments(story.storyId, 1))?.comments).toBe(1);
  good(await redactComment(admin, { commentId, reason: REASON }));
  expect(await storyComments(story.storyId, 1)).toMatchObject({ comments: 0, threads: [] });
});

test('who may not redact is told so; who may not know of the thing is told that it is not there', async () => {
  const { storyId, revisionId, sectionId } = await discussedStory();
  const hidden = await draft(sectionId);
  const { commentId } = await posted(storyId, {});
  const pictureId = await photograph({}, '#246');
  const revision = (id: { storyId: string; revisionId: string }) => ({
    storyId: id.storyId,
    revisionIds: [id.revisionId],
    reason: REASON,
  });
  const code = (result: { ok: boolean; code?: string }) => (result.ok ? 'done' : result.code);
  const editor = await member('editor', sectionId);
  const contributor = await member('contributor', sectionId);
  const elsewhere = await member('editor', (await section()).id);
  const moderator = await member('moderator', sectionId);
  expect(code(await redactRevision(editor, revision({ storyId, revisionId })))).toBe('forbidden');
  expect(code(await redactRevision(contributor, revision(hidden)))).toBe('missing');
  expect(code(await redactRevision(elsewhere, revision(hidden)))).toBe('missing');
  expect(code(await redactPicture(editor, { pictureId, reason: REASON }))).toBe('forbidden');
  expect(code(await redactPicture(moderator, { pictureId, reason: REASON }))).toBe('missing');
  expect(code(await redactComment(moderator, { commentId, reason: REASON }))).toBe('forbidden');
  expect(code(await redactComment(contributor, { commentId, reason: REASON }))).toBe('missing');
  expect(code(await redactComment(system('retention'), { commentId, reason: REASON }))).toBe(
    'done',
  );
  clock.forward(1);
});
