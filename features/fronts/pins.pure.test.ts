import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  moveRow,
  moveTo,
  pinnedAt,
  pinnedIds,
  pinsFor,
  pinTo,
  slotKey,
  slotsOf,
  toggleRow,
} from '#features/fronts/pins.ts';

const EMPTY = pinsFor(null, ['w', 's']);

test('a front that nobody arranged has all its slots, and all fill themselves', () => {
  expect(slotsOf(EMPTY).map(slotKey)).toEqual([
    'lead',
    'second 0',
    'second 1',
    'second 2',
    ...['w', 's'].flatMap((id) => [0, 1, 2, 3].map((at) => `row ${id} ${at}`)),
  ]);
  expect(pinnedIds(EMPTY)).toEqual([]);
});

test('a section that is gone takes its row along, a new one comes last, the order stays', () => {
  const arranged = pinTo(moveRow(EMPTY, 's', -1), { at: 'row', sectionId: 's', index: 0 }, 'x');
  const later = pinsFor(arranged, ['w', 'n', 's']);
  expect(later.rows.map((row) => row.sectionId)).toEqual(['s', 'w', 'n']);
  expect(pinsFor(arranged, ['w']).rows.map((row) => row.sectionId)).toEqual(['w']);
  expect(pinnedIds(pinsFor(arranged, ['w']))).toEqual([]);
});

test('moving a story to where another is pinned lets them change places', () => {
  const [lead, second] = slotsOf(EMPTY);
  if (!lead || !second) throw new Error('no slots');
  const both = pinTo(pinTo(EMPTY, lead, 'a'), second, 'b');
  const moved = moveTo(both, 'a', lead, second);
  expect([pinnedAt(moved, lead), pinnedAt(moved, second)]).toEqual(['b', 'a']);
});

test('a story that filled a slot by itself is pinned where it is moved to, and its place fills itself', () => {
  const [lead, second] = slotsOf(EMPTY);
  if (!lead || !second) throw new Error('no slots');
  const moved = moveTo(EMPTY, 'a', second, lead);
  expect([pinnedAt(moved, lead), pinnedAt(moved, second)]).toEqual(['a', null]);
});

test('a row cannot be moved off the front, and hiding twice is showing', () => {
  expect(moveRow(EMPTY, 'w', -1)).toBe(EMPTY);
  expect(moveRow(EMPTY, 's', 1)).toBe(EMPTY);
  expect(toggleRow(toggleRow(EMPTY, 'w'), 'w')).toEqual(EMPTY);
});

test('whatever somebody moves and pins, no story is in two slots and none is lost', () => {
  const slots = slotsOf(EMPTY);
  const step = fc.record({
    from: fc.constantFrom(...slots),
    to: fc.constantFrom(...slots),
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    move: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let pins = EMPTY;
      for (const { from, to, id, move } of steps) {
        const moved = pinnedAt(pins, from);
        const before = new Set(pinnedIds(pins));
        if (move && !moved) continue;
        pins = move && moved ? moveTo(pins, moved, from, to) : pinTo(pins, to, id);
        const all = pinnedIds(pins);
        expect(new Set(all).size).toBe(all.length);
        if (move) expect(new Set(all)).toEqual(before);
        else expect(pinnedAt(pins, to)).toBe(id);
      }
    }),
  );
});
