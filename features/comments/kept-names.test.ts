import { beforeEach, describe, expect, test } from 'vitest';
import { approveComment, postComment } from '#features/comments/commands.ts';
import { storyComments } from '#features/comments/queries.ts';
import { system, VISITOR } from '#features/people/actor.ts';
import { newId, newToken } from '#lib/ids.ts';
import { type Discussed, discussedStory, form, judgeable } from '#tests/discussion.ts';
import { good } from '#tests/results.ts';

let story: Discussed;

beforeEach(async () => {
  story = await discussedStory();
});

describe('a name that is kept across stories', () => {
  const faceIn = async ({ storyId }: Discussed) =>
    (await storyComments(storyId, 1))?.threads.map((thread) => thread.first?.face);

  async function kept(where: Discussed, keptName: string, words: object = {}) {
    const input = { ...form(where.storyId), recognise: '1', ...words };
    const { commentId } = good(await postComment(VISITOR, input, { place: newId(), keptName }));
    good(await approveComment(system('test'), await judgeable(commentId, 'waiting')));
  }

  test('has one face in all of them, whatever address is typed', async () => {
    const elsewhere = await discussedStory();
    const secret = newToken();
    await kept(story, secret);
    await kept(elsewhere, secret);
    expect(await faceIn(elsewhere)).toEqual(await faceIn(story));
  });

  test('is not given away by the address of whoever keeps it', async () => {
    const elsewhere = await discussedStory();
    const email = `${newId()}@example.com`;
    await kept(story, newToken(), { email });
    await kept(elsewhere, newToken(), { email });
    expect(await faceIn(elsewhere)).not.toEqual(await faceIn(story));
  });

  test('is not used where its owner did not ask for it', async () => {
    const elsewhere = await discussedStory();
    const secret = newToken();
    await kept(story, secret);
    await kept(elsewhere, secret, { recognise: '' });
    expect(await faceIn(elsewhere)).not.toEqual(await faceIn(story));
  });
});
