import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Facts,
  isHeldUp,
  type Move,
  obstacle,
  type StoryState,
  stateOf,
  untouched,
} from '#features/stories/lifecycle.ts';

const AT = new Date('2026-11-23T09:00:00Z');
const LATER = new Date('2026-11-24T09:00:00Z');
const DRAFT = untouched('r2');

const STATES: Record<StoryState, Facts> = {
  draft: DRAFT,
  'in review': { ...DRAFT, submission: { revisionId: 'r2' } },
  approved: { ...DRAFT, approval: { revisionId: 'r2' } },
  scheduled: { ...DRAFT, schedule: { act: 'publish', at: LATER, revisionId: 'r2' } },
  live: { ...DRAFT, live: { revisionId: 'r2' } },
  'live with changes': { ...DRAFT, live: { revisionId: 'r1' } },
  withdrawn: { ...DRAFT, withdrawn: true },
};

test('each state has its word', () => {
  for (const [word, facts] of Object.entries(STATES)) expect(stateOf(facts)).toBe(word);
});

test('an approval of an earlier revision does not cover what was written since', () => {
  expect(stateOf({ ...DRAFT, approval: { revisionId: 'r1' } })).toBe('draft');
});

/** Written by hand, in the order of STATES above: Y is possible. */
const MOVES: Record<Move, string> = {
  submit: 'Y----YY',
  'take back': '-Y-----',
  return: '-Y-----',
  approve: 'YY---YY',
  'take approval back': '--Y----',
  publish: 'YYYY-YY',
  schedule: 'YYY--YY',
  'cancel schedule': '---Y---',
  'take down': '---YYY-',
  'cancel take down': '-------',
  embargo: 'YYYYYYY',
  'lift embargo': '-------',
  withdraw: '----YY-',
  correct: '----YY-',
};

test('each move is possible from its states only', () => {
  for (const [move, expected] of Object.entries(MOVES)) {
    const found = Object.values(STATES)
      .map((facts) => (obstacle(move as Move, facts, AT) === null ? 'Y' : '-'))
      .join('');
    expect(`${move} ${found}`).toBe(`${move} ${expected}`);
  }
});

test('under embargo nothing is published, and a minute later it can be', () => {
  const embargoed = { ...DRAFT, embargoUntil: LATER };
  expect(obstacle('publish', embargoed, AT)).toContain('embargo');
  expect(obstacle('publish', embargoed, LATER)).toBeNull();
});

test('an embargo can be lifted while it lasts', () => {
  const embargoed = { ...DRAFT, embargoUntil: LATER };
  expect(obstacle('lift embargo', embargoed, AT)).toBeNull();
  expect(obstacle('lift embargo', embargoed, LATER)).toContain('not under embargo');
});

test('a change to a live story is planned once, and so is its end', () => {
  const changed = STATES['live with changes'];
  const planned: Facts = { ...changed, schedule: { act: 'replace', at: LATER, revisionId: 'r2' } };
  expect(obstacle('schedule', planned, AT)).toContain('already');
  expect(obstacle('cancel schedule', planned, AT)).toBeNull();
  const ending = { ...changed, takeDownAt: LATER };
  expect(obstacle('take down', ending, AT)).toContain('already');
  expect(obstacle('cancel take down', ending, AT)).toBeNull();
});

test('an embargo holds up what goes out and not what is taken away; a hold both', () => {
  const embargoed = { ...DRAFT, embargoUntil: LATER };
  const held = { ...DRAFT, hold: { reason: 'the court asked' } };
  const acts = ['publish', 'replace', 'withdraw'] as const;
  expect(acts.map((act) => isHeldUp(embargoed, act, AT))).toEqual([true, true, false]);
  expect(acts.map((act) => isHeldUp(embargoed, act, LATER))).toEqual([false, false, false]);
  expect(acts.map((act) => isHeldUp(held, act, AT))).toEqual([true, true, true]);
});

test('a change to a live story can be sent for review once, and be taken back', () => {
  const changed = STATES['live with changes'];
  const waiting = { ...changed, submission: { revisionId: 'r2' } };
  expect(obstacle('submit', changed, AT)).toBeNull();
  expect(obstacle('submit', waiting, AT)).toContain('already');
  expect(obstacle('take back', waiting, AT)).toBeNull();
});

test('a hold stops every move, whatever the facts, and says its reason', () => {
  const id = fc.constantFrom('r1', 'r2');
  const facts = fc.record({
    headId: id,
    live: fc.option(fc.record({ revisionId: id })),
    withdrawn: fc.boolean(),
    submission: fc.option(fc.record({ revisionId: id })),
    approval: fc.option(fc.record({ revisionId: id })),
    schedule: fc.constant(null),
    takeDownAt: fc.option(fc.constant(LATER)),
    embargoUntil: fc.option(fc.constantFrom(AT, LATER)),
    hold: fc.constant({ reason: 'the court asked' }),
  });
  fc.assert(
    fc.property(facts, fc.constantFrom(...(Object.keys(MOVES) as Move[])), (given, move) => {
      expect(obstacle(move, given, AT)).toBe('On hold: the court asked');
    }),
  );
});
