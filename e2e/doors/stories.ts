import type { Caller } from '#e2e/doors/callers.ts';
import type { Heard } from '#e2e/doors/hearing.ts';
import { placeHold } from '#features/law/commands.ts';
import { type Staff, system } from '#features/people/actor.ts';
import { shareStory } from '#features/stories/preview-links.ts';
import { discuss } from '#features/stories/staff-comments.ts';
import { localTime } from '#lib/dates.ts';
import { newId } from '#lib/ids.ts';
import {
  autosavePath,
  deskStoryPath,
  presencePath,
  previewPath,
  revisionsPath,
  storyLawPath,
  storyLogPath,
} from '#lib/paths.ts';
import { member } from '#tests/newsroom.ts';
import { saved, spoken, type Told } from '#tests/permissions/story-acts.ts';
import { good } from '#tests/results.ts';

export type StoryDoor = {
  act: string;
  /** The door's name, where an act has several. */
  by: string;
  /** It changes nothing, so that all knock with the same story. */
  reads?: true;
  /** It leaves the story as it was, so that it may be done again with the same. */
  again?: true;
  /** Makes what the story has to have, and gives back its id. */
  ready?: (story: Told, caller: Caller) => Promise<string>;
  knock: (caller: Caller, story: Told, id: string) => Promise<Heard>;
};

const TEST = system('test');
let colleague: Promise<Staff> | undefined;
const somebody = () => (colleague ??= member('admin'));

const REASON = 'A court asks';
const HOLDS = 'Only an administrator places and lifts holds.';
const REDACTS = 'Only an administrator redacts:';
const READS = 'Only an editor of this section reads what happened to the story.';

const MOVES = [
  'submit',
  'take back',
  'take approval back',
  'return',
  'approve',
  'publish',
  'withdraw',
  'cancel schedule',
  'cancel take down',
  'lift embargo',
];
const MANY = ['submit', 'approve', 'publish', 'withdraw'];
const LATER = { schedule: 'later', 'take down': 'muchLater', embargo: 'soon' } as const;
const PAGES = {
  editor: (id: string) => deskStoryPath(id),
  preview: (id: string) => previewPath(id),
  revisions: (id: string) => revisionsPath(id),
};

/** Of one editor that stays open, because nobody may have too many. */
const ownId = ({ account }: Caller) => account?.id ?? newId();

/** Whose comment it is that is changed or taken back. */
const COMMENTS: Record<string, NonNullable<StoryDoor['ready']>> = {
  'change one’s own staff comment': (story, caller) => spoken(story, ownId(caller)),
  'change somebody’s staff comment': async (story) => spoken(story, (await somebody()).id),
};

function move(act: string, more: (story: Told) => object = () => ({})): StoryDoor {
  return {
    act,
    by: 'moveStoryAction',
    knock: (caller, story) => {
      const { storyId, revisionId } = story;
      return caller.act('moveStoryAction', act, {
        storyId,
        revisionId,
        note: 'A note',
        ...more(story),
      });
    },
  };
}

const typed = (at: Date) => ({ at: localTime(at, 'UTC'), which: 'first' });

/** Every door behind which something is done with a story. */
export const STORY_DOORS: readonly StoryDoor[] = [
  ...Object.entries(PAGES).map(
    ([by, pathOf]): StoryDoor => ({
      act: 'see',
      by,
      reads: true,
      knock: (caller, { storyId }) => caller.page(pathOf(storyId)),
    }),
  ),
  {
    act: 'see',
    by: 'catchUpAction',
    reads: true,
    knock: (caller, { storyId, firstId }) => caller.act('catchUpAction', storyId, firstId),
  },
  {
    act: 'see',
    by: 'presence',
    reads: true,
    knock: (caller, { storyId }) =>
      caller.json(presencePath(), { id: ownId(caller), storyId, field: '' }),
  },
  {
    act: 'see',
    by: 'autosave',
    reads: true,
    knock: (caller, story) =>
      caller.json(autosavePath(), {
        id: ownId(caller),
        personId: ownId(caller),
        storyId: story.storyId,
        basedOn: story.revisionId,
        sequence: 1,
        draft: { fields: {}, body: { type: 'doc', content: [] } },
      }),
  },
  {
    act: 'save',
    by: 'saveStoryAction',
    knock: (caller, story) => caller.act('saveStoryAction', saved(story, story.slug)),
  },
  {
    act: 'change the address',
    by: 'saveStoryAction',
    knock: (caller, story) => caller.act('saveStoryAction', saved(story, `${story.slug}-moved`)),
  },
  {
    act: 'name a revision',
    by: 'nameRevisionAction',
    again: true,
    knock: (caller, { storyId, firstId }) =>
      caller.submit('nameRevisionAction', { storyId, revisionId: firstId, name: 'The first' }),
  },
  {
    act: 'restore a revision',
    by: 'restoreRevisionAction',
    knock: (caller, { storyId, firstId, revisionId }) =>
      caller.submit('restoreRevisionAction', {
        storyId,
        revisionId: firstId,
        basedOn: revisionId,
      }),
  },
  {
    act: 'discuss',
    by: 'discussAction',
    again: true,
    knock: (caller, { storyId, revisionId }) =>
      caller.act('discussAction', { storyId, revisionId, text: 'What about this?' }),
  },
  {
    act: 'discuss',
    by: 'discussionAction',
    reads: true,
    knock: (caller, { storyId }) => caller.act('discussionAction', storyId),
  },
  {
    act: 'discuss',
    by: 'resolveAction',
    again: true,
    ready: async ({ storyId, revisionId }) =>
      good(await discuss(await somebody(), { storyId, revisionId, text: 'Is it so?' })).id,
    knock: (caller, _story, commentId) => caller.act('resolveAction', commentId, true),
  },
  ...Object.entries(COMMENTS).flatMap(([act, ready]): StoryDoor[] => [
    {
      act,
      by: 'rewordAction',
      again: true,
      ready,
      knock: (caller, _story, commentId) =>
        caller.act('rewordAction', { commentId, text: 'It is so.' }),
    },
    {
      act,
      by: 'unsayAction',
      again: true,
      ready,
      knock: (caller, _story, commentId) => caller.act('unsayAction', commentId),
    },
  ]),
  {
    act: 'share by a secret link',
    by: 'shareAction',
    again: true,
    knock: (caller, { storyId }) =>
      caller.act('shareAction', { storyId, person: 'A lawyer', days: 2 }),
  },
  {
    act: 'share by a secret link',
    by: 'sharedLinksAction',
    reads: true,
    knock: (caller, { storyId }) => caller.act('sharedLinksAction', storyId),
  },
  {
    act: 'share by a secret link',
    by: 'endSharingAction',
    again: true,
    ready: async ({ storyId }) =>
      good(await shareStory(TEST, { storyId, person: 'A lawyer', days: 2 })).linkId,
    knock: (caller, { storyId }, linkId) => caller.act('endSharingAction', storyId, linkId),
  },
  ...MOVES.map((act) => move(act)),
  ...Object.entries(LATER).map(([act, when]) => move(act, ({ at }) => typed(at[when]))),
  move('correct', () => ({ kind: 'correction', severity: 'minor', text: 'It was Tuesday.' })),
  { ...move('comments', () => ({ open: false })), act: 'open and close comments', again: true },
  {
    act: 'open and close comments',
    by: 'switchAction',
    again: true,
    knock: (caller, { storyId }) => caller.submit('switchAction', { storyId, open: 'yes' }),
  },
  ...MANY.map(
    (act): StoryDoor => ({
      act,
      by: 'moveManyAction',
      knock: (caller, { storyId, revisionId }) =>
        caller.act('moveManyAction', act, { stories: [{ storyId, revisionId }], note: 'A note' }),
    }),
  ),
  {
    act: 'read what happened',
    by: 'page',
    reads: true,
    knock: (caller, { storyId }) => caller.page(storyLogPath(storyId), [READS]),
  },
  {
    act: 'redact',
    by: 'page',
    reads: true,
    knock: (caller, { storyId }) => caller.page(storyLawPath(storyId), [REDACTS]),
  },
  {
    act: 'redact',
    by: 'redactRevisionAction',
    knock: (caller, { storyId, firstId }) =>
      caller.submit('redactRevisionAction', { storyId, revisionIds: firstId, reason: REASON }),
  },
  {
    act: 'hold',
    by: 'page',
    reads: true,
    knock: (caller, { storyId }) => caller.page(storyLawPath(storyId), [HOLDS]),
  },
  {
    act: 'hold',
    by: 'placeHoldAction',
    knock: (caller, { storyId }) =>
      caller.submit('placeHoldAction', { noun: 'story', thingId: storyId, reason: REASON }),
  },
  // The last, because what is on hold refuses everything else.
  {
    act: 'hold',
    by: 'liftHoldAction',
    ready: async ({ storyId }) =>
      good(await placeHold(TEST, { noun: 'story', thingId: storyId, reason: REASON })).holdId,
    knock: (caller, _story, holdId) =>
      caller.submit('liftHoldAction', { holdId, reason: 'It is over' }),
  },
];
