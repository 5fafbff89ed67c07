import type { Caller } from '#e2e/doors/callers.ts';
import { rejectComment } from '#features/comments/commands.ts';
import { system } from '#features/people/actor.ts';
import { invite, makeResetLink } from '#features/people/links.ts';
import { makeCalendarLink } from '#features/planning/links.ts';
import { shareStory } from '#features/stories/preview-links.ts';
import { newId, newToken } from '#lib/ids.ts';
import {
  answerPreviewPath,
  appealPath,
  calendarFeedPath,
  changeCommentPath,
  confirmPath,
  deleteCommentPath,
  heldJsonPath,
  heldPath,
  openHeldPath,
  unsubscribePath,
} from '#lib/paths.ts';
import { discussedStory, judgeable, posted } from '#tests/discussion.ts';
import { member } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const TEST = system('test');
const PASSWORD = 'nine improbable otters';

type Opening = {
  door: string;
  made: string;
  real: () => Promise<string>;
  open: (token: string) => Promise<string>;
};

/** The doors that a secret opens: a made-up one is refused, the real one opens. */
export async function wrongWithSecrets(nobody: Caller): Promise<string[]> {
  const story = await discussedStory();
  const action = (door: string, fields: Record<string, string>) => async (token: string) =>
    (await nobody.submit(door, { ...fields, token })).letter;
  const route =
    (pathOf: (token: string) => string, fields?: Record<string, string>) =>
    async (token: string) => {
      const sent = fields && { method: 'POST', body: new URLSearchParams(fields) };
      return (await nobody.route(pathOf(token), sent)).letter;
    };
  const gone = '(This link has been used, was replaced by a newer one, or is too old.)';
  const openings: Opening[] = [
    {
      door: 'resetPasswordAction',
      made: gone,
      real: async () =>
        good(await makeResetLink(TEST, (await member('reporter')).id, 'show')).token ?? '',
      open: action('resetPasswordAction', { password: PASSWORD }),
    },
    {
      door: 'joinAction',
      made: gone,
      real: async () => {
        const email = `${newId()}@permissions.example`;
        return good(await invite(TEST, { email, role: 'editor' }, 'show')).token ?? '';
      },
      open: action('joinAction', { name: 'New', password: PASSWORD }),
    },
    {
      door: 'preview',
      made: '0',
      real: async () => {
        const shared = { storyId: story.storyId, person: 'A lawyer', days: 2, mayAnswer: true };
        return (
          good(await shareStory(TEST, shared))
            .path.split('/')
            .at(-1) ?? ''
        );
      },
      open: route(answerPreviewPath, {
        ...{ revisionId: story.revisionId, kind: 'comment', text: 'Well.' },
      }),
    },
    {
      door: 'appeal',
      made: '0',
      real: async () => {
        const { commentId, token } = await posted(story.storyId);
        good(await rejectComment(TEST, await judgeable(commentId, 'waiting')));
        return token;
      },
      open: route(appealPath, { text: 'It breaks no rule.' }),
    },
    ...[changeCommentPath, deleteCommentPath].map((pathOf) => ({
      door: pathOf('…'),
      made: '0',
      real: async () => (await posted(story.storyId)).token,
      open: route(pathOf, { text: 'Said better.' }),
    })),
    {
      door: 'calendar',
      made: '0',
      real: async () => good(await makeCalendarLink(await member('reporter'))).token,
      open: route((token) => calendarFeedPath(token, 'all')),
    },
  ];
  const wrong: string[] = [];
  for (const { door, made, real, open } of openings) {
    const [madeUp, opened] = [await open(newToken()), await open(await real())];
    if (madeUp !== made || opened !== 'Y') wrong.push(`${door}: ${madeUp}, ${opened}`);
  }
  const letter = newToken();
  for (const pathOf of [openHeldPath, heldPath, confirmPath, unsubscribePath]) {
    const body = new URLSearchParams({ texts: 'removed' });
    await nobody.route(pathOf(letter), { method: 'POST', body });
    const held = await nobody.route(heldJsonPath(letter));
    if (held.letter !== '0') wrong.push(`${pathOf('…')}: a made-up link shows what is held`);
  }
  const setUp = await nobody.submit('setUpAction', {
    ...{ token: newToken(), name: 'Me', email: 'me@permissions.example', password: PASSWORD },
  });
  if (setUp.letter === 'Y') wrong.push('setUpAction: a made-up link sets the newsroom up');
  return wrong;
}
