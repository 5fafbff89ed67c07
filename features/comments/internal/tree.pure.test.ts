import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Ancestor,
  type ReplyView,
  type ShownRow,
  treeOf,
} from '#features/comments/internal/tree.ts';

const SAID = { storyAuthors: new Set(['author']) };

function row(id: string, parentId: string | null, more: Partial<ShownRow> = {}): ShownRow {
  return {
    id,
    threadId: 'root',
    parentId,
    commenterId: `c-${id}`,
    sharedNameId: null,
    personId: null,
    name: id.toUpperCase(),
    text: id,
    at: new Date(0),
    number: 1,
    recommended: 0,
    pickedAt: null,
    ...more,
  };
}

/** `a(b c→B)`: what stands in what, and whom something says that it answers. */
function spelled(replies: readonly ReplyView[]): string {
  return replies
    .map(({ id, removed, inReplyTo, replies: inner }) => {
      const to = inReplyTo ? `→${inReplyTo.name}` : '';
      return `${removed ? `[${id}]` : id}${to}${inner.length > 0 ? `(${spelled(inner)})` : ''}`;
    })
    .join(' ');
}

const tree = (rows: ShownRow[], ancestors: Ancestor[] = []) =>
  treeOf('root', rows, new Map(ancestors.map((one) => [one.id, one])), SAID);

const gone = (id: string, parentId: string, removed = false): Ancestor => ({
  id,
  parentId,
  removed,
  name: null,
});

test.each<[string, ShownRow[], Ancestor[], string]>([
  ['an answer in an answer', [row('root', null), row('a', 'root'), row('b', 'a')], [], 'a(b)'],
  [
    'too deep',
    [row('root', null), row('a', 'root'), row('b', 'a'), row('c', 'b'), row('d', 'c')],
    [],
    'a(b c→B d→C)',
  ],
  ['under a hidden one it moves up', [row('root', null), row('b', 'x')], [gone('x', 'root')], 'b'],
  [
    'under two hidden ones it moves up further',
    [row('root', null), row('a', 'root'), row('c', 'y')],
    [gone('y', 'x'), gone('x', 'a')],
    'a(c)',
  ],
  [
    'under one that its writer removed it stands in the empty place',
    [row('root', null), row('b', 'x'), row('c', 'x')],
    [gone('x', 'root', true)],
    '[x](b c)',
  ],
  ['under a hidden beginning', [row('a', 'root')], [gone('root', 'nothing')], 'a'],
  [
    'under one on another page',
    [row('root', null), row('b', 'a')],
    [{ id: 'a', parentId: 'root', removed: false, name: 'A' }],
    'b→A',
  ],
  ['under nothing that is known', [row('root', null), row('b', 'nowhere')], [], 'b'],
])('%s', (_, rows, ancestors, expected) => {
  expect(spelled(tree(rows, ancestors).replies)).toBe(expected);
});

test('a thread whose beginning its writer removed begins with its place', () => {
  const { first } = tree([row('a', 'root')], [{ ...gone('root', '', true), parentId: null }]);
  expect(first).toMatchObject({ removed: true, name: '', text: '', face: '' });
});

test('a badge says who writes: staff, and of them who wrote the story', () => {
  const { replies } = tree([
    row('root', null),
    row('a', 'root', { personId: 'author', commenterId: null }),
    row('b', 'root', { personId: 'other', commenterId: null }),
  ]);
  expect(replies.map(({ staff, author }) => [staff, author])).toEqual([
    [true, true],
    [true, false],
  ]);
});

test('a name that is kept across stories has one face, and no other name has it', () => {
  const faces = tree([
    row('root', null, { sharedNameId: 's' }),
    row('a', 'root', { sharedNameId: 's' }),
    row('b', 'root'),
  ]);
  expect(faces.replies[0]?.face).toBe(faces.first?.face);
  expect(faces.replies[1]?.face).not.toBe(faces.first?.face);
});

test('whatever answers what, even itself or in a ring, each stands in the thread once', () => {
  const parents = fc.array(fc.constantFrom('root', 'a', 'b', 'c', 'd', 'x', 'y', null), {
    minLength: 4,
    maxLength: 4,
  });
  fc.assert(
    fc.property(parents, parents, (shown, hidden) => {
      const rows = ['a', 'b', 'c', 'd'].map((id, n) => row(id, shown[n] ?? null));
      const ancestors = ['x', 'y'].map((id, n) => ({
        ...gone(id, '', n === 1),
        parentId: hidden[n] ?? null,
      }));
      const all = (replies: readonly ReplyView[]): string[] =>
        replies.flatMap((one) => [one.id, ...all(one.replies)]);
      const seen = all(tree([row('root', null), ...rows], ancestors).replies);
      expect(seen.filter((id) => 'abcd'.includes(id)).toSorted()).toEqual(['a', 'b', 'c', 'd']);
      expect(new Set(seen).size).toBe(seen.length);
    }),
  );
});
