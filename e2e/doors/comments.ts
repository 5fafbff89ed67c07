import type { OtherDoor } from '#e2e/doors/others.ts';
import { placeHold } from '#features/law/commands.ts';
import { banWriter } from '#features/moderation/commands.ts';
import { system } from '#features/people/actor.ts';
import { postCommentPath, recommendPath, sendReportPath } from '#lib/paths.ts';
import { form } from '#tests/discussion.ts';
import { good } from '#tests/results.ts';

const TEST = system('test');
const REASON = 'A court asks';
const RULES = ['site', 'section', 'story'] as const;
const BAN = { time: 'day', rule: 'insult' };
const BANS = { 'ban somebody from a thread': 'thread', 'ban somebody from the site': 'site' };

const READERS_FORMS = { 'recommend a comment': recommendPath, 'report a comment': sendReportPath };

/** The doors behind which something is done with comments. */
export const COMMENT_DOORS: readonly OtherDoor[] = [
  {
    act: 'comment as a reader',
    by: 'route',
    reads: true,
    knock: (caller, { path, storyId }) => {
      const { text, name, email } = form(storyId);
      const body = new URLSearchParams({ text, name, email });
      return caller.route(postCommentPath(path), { method: 'POST', body });
    },
  },
  ...Object.entries(READERS_FORMS).map(
    ([act, pathOf]): OtherDoor => ({
      act,
      by: 'route',
      reads: true,
      knock: (caller, it) => {
        const body = new URLSearchParams({ comment: it.public.commentId, reason: 'spam' });
        return caller.route(pathOf(), { method: 'POST', body });
      },
    }),
  ),
  {
    act: 'point at a comment',
    by: 'pickAction',
    takes: ['public'],
    knock: (caller, it) => caller.submit('pickAction', { ...it.public, picked: '1' }),
  },
  {
    act: 'answer a comment',
    by: 'answerAction',
    knock: (caller, { storyId, public: { commentId } }) =>
      caller.submit('answerAction', { storyId, parentId: commentId, text: 'Thank you.' }),
  },
  {
    act: 'see the comments that wait',
    by: 'queue',
    reads: true,
    knock: (caller) => caller.route('/api/desk/queue'),
  },
  {
    act: 'decide about a waiting comment',
    by: 'decideAction',
    takes: ['waiting'],
    knock: (caller, { waiting }) => caller.act('decideAction', [{ move: 'approve', ...waiting }]),
  },
  {
    act: 'decide about a public comment',
    by: 'decideAction',
    takes: ['public'],
    knock: (caller, it) =>
      caller.act('decideAction', [{ move: 'reject', reason: 'Off topic', ...it.public }]),
  },
  {
    act: 'let a reported comment stand',
    by: 'decideAction',
    takes: ['public'],
    knock: (caller, it) => caller.act('decideAction', [{ move: 'keep', ...it.public }]),
  },
  {
    act: 'set a waiting comment aside',
    by: 'decideAction',
    takes: ['waiting'],
    knock: (caller, { waiting }) => caller.act('decideAction', [{ move: 'aside', ...waiting }]),
  },
  {
    act: 'hold a waiting comment',
    by: 'placeHoldAction',
    takes: ['waiting'],
    knock: (caller, { waiting: { commentId: thingId } }) =>
      caller.submit('placeHoldAction', { noun: 'comment', thingId, reason: REASON }),
  },
  {
    act: 'hold a waiting comment',
    by: 'liftHoldAction',
    takes: ['waiting'],
    ready: async ({ waiting: { commentId: thingId } }) =>
      good(await placeHold(TEST, { noun: 'comment', thingId, reason: REASON })).holdId,
    knock: (caller, _world, holdId) => caller.submit('liftHoldAction', { holdId, reason: 'Over' }),
  },
  ...(['waiting', 'public'] as const).map(
    (which): OtherDoor => ({
      act: `redact a ${which} comment`,
      by: 'redactCommentAction',
      takes: [which],
      knock: (caller, { [which]: { commentId } }) =>
        caller.submit('redactCommentAction', { commentId, reason: REASON }),
    }),
  ),
  {
    act: 'ask for the address behind a comment',
    by: 'askForAddressAction',
    takes: ['waiting'],
    knock: (caller, { waiting: { commentId } }) =>
      caller.submit('askForAddressAction', { commentId, reason: REASON }),
  },
  {
    act: 'decide about such a request',
    by: 'decideAboutAddressAction',
    takes: ['addressRequestId'],
    knock: (caller, { addressRequestId: requestId }) =>
      caller.submit('decideAboutAddressAction', { requestId, verdict: 'refused' }),
  },
  {
    act: 'write a note on a comment',
    by: 'noteAction',
    knock: (caller, { waiting: { commentId } }) =>
      caller.submit('noteAction', { commentId, text: 'Look at this.' }),
  },
  ...Object.entries(BANS).flatMap(([act, scope]): OtherDoor[] => [
    {
      act,
      by: 'banAction',
      takes: ['waiting'],
      knock: (caller, { waiting: { commentId } }) =>
        caller.submit('banAction', { ...BAN, commentId, scope }),
    },
    {
      act,
      by: 'liftBanAction',
      takes: ['waiting'],
      ready: async ({ waiting: { commentId } }) =>
        good(await banWriter(TEST, { ...BAN, commentId, scope })).id,
      knock: (caller, _world, banId) => caller.submit('liftBanAction', { banId }),
    },
  ]),
  {
    act: 'close a thread',
    by: 'switchAction',
    takes: ['waiting'],
    knock: (caller, { waiting: { commentId } }) =>
      caller.submit('switchAction', { commentId, open: 'no' }),
  },
  {
    act: 'answer somebody’s appeal',
    by: 'appealAnswerAction',
    takes: ['appealed'],
    knock: (caller, { appealed: commentId }) =>
      caller.submit('appealAnswerAction', {
        ...{ commentId, answer: 'upheld', words: 'It stays so.' },
      }),
  },
  ...RULES.map(
    (of): OtherDoor => ({
      act: `change the rules for comments of the ${of}`,
      by: 'commentRulesAction',
      knock: (caller, { sectionId, storyId }) =>
        caller.submit('commentRulesAction', {
          ...{ of, id: { site: '', section: sectionId, story: storyId }[of] },
        }),
    }),
  ),
];
