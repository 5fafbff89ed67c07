import { expect, test } from 'vitest';
import {
  after,
  type CommentMove,
  type CommentState,
  movesFrom,
} from '#features/comments/lifecycle.ts';
import { type CommentAct, can, moderatedSections } from '#features/comments/policy.ts';
import { type Actor, type Role, system, VISITOR } from '#features/people/actor.ts';

function staff(role: Role, sectionId: string | null = null): Actor {
  return { type: 'staff', id: role, name: role, grants: [{ role, sectionId }] };
}

const YES = { answer: true, decide: true, pick: true, 'remove sample': true };
const NO = { answer: false, decide: false, pick: false, 'remove sample': false };

test.each<[string, Actor, Record<CommentAct, boolean>]>([
  ['a visitor', VISITOR, NO],
  ['a contributor', staff('contributor'), NO],
  ['a reporter', staff('reporter'), { ...NO, answer: true }],
  ['a moderator', staff('moderator'), { ...YES, 'remove sample': false }],
  ['an editor', staff('editor'), { ...YES, 'remove sample': false }],
  ['an administrator', staff('admin'), YES],
  ['a moderator of this section', staff('moderator', 'w'), { ...YES, 'remove sample': false }],
  ['a moderator of another section', staff('moderator', 'x'), NO],
  ['an editor of another section', staff('editor', 'x'), NO],
  ['a reporter of another section', staff('reporter', 'x'), NO],
  ['a job', system('test'), YES],
])('%s may with comments exactly what the table says', (_, actor, expected) => {
  for (const [act, allowed] of Object.entries(expected)) {
    expect([act, can(actor, act as CommentAct, { sectionId: 'w' }).ok]).toEqual([act, allowed]);
  }
});

test('who wrote the story answers its readers, and decides nothing', () => {
  const writer = staff('contributor', 'x');
  const story = { sectionId: 'w', authors: new Set(['contributor']) };
  const may = (actor: Actor, act: CommentAct) => can(actor, act, story).ok;
  expect([may(writer, 'answer'), may(writer, 'decide'), may(writer, 'pick')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(may({ type: 'staff', id: 'contributor', name: 'Left', grants: [] }, 'answer')).toBe(false);
  expect(may(VISITOR, 'answer')).toBe(false);
});

test('a refusal says why', () => {
  const verdict = can(VISITOR, 'decide', { sectionId: 'w' });
  expect(verdict.ok ? '' : verdict.why).toMatch(/moderator or an editor/);
});

test.each<[string, Actor, 'all' | string[]]>([
  ['a visitor', VISITOR, []],
  ['a reporter', staff('reporter'), []],
  ['a moderator', staff('moderator'), 'all'],
  ['a moderator of a section', staff('moderator', 'w'), ['w']],
  [
    'an editor of two sections who reports in all',
    {
      type: 'staff',
      id: 'e',
      name: 'E',
      grants: [
        { role: 'editor', sectionId: 'w' },
        { role: 'reporter', sectionId: null },
        { role: 'moderator', sectionId: 'x' },
      ],
    },
    ['w', 'x'],
  ],
])('%s moderates the sections that the table says', (_, actor, expected) => {
  expect(moderatedSections(actor)).toEqual(expected);
});

test.each<[CommentState, CommentMove, CommentState | null]>([
  ['waiting', 'approve', 'approved'],
  ['waiting', 'reject', 'rejected'],
  ['waiting', 'undo', null],
  ['approved', 'approve', null],
  ['approved', 'reject', 'rejected'],
  ['approved', 'undo', 'waiting'],
  ['rejected', 'approve', 'approved'],
  ['rejected', 'reject', null],
  ['rejected', 'undo', 'waiting'],
  ['removed', 'approve', null],
  ['removed', 'reject', null],
  ['removed', 'undo', null],
])('from %s, %s leads to %s', (state, move, to) => {
  const result = after(move, state);
  expect(result.ok ? result.to : null).toBe(to);
  expect(movesFrom(state).includes(move)).toBe(to !== null);
});
