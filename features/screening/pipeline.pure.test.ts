import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DEFAULT_POLICY, policyOf } from '#features/screening/comment-policy.ts';
import type { Context } from '#features/screening/context.ts';
import { PolicyInput } from '#features/screening/input.ts';
import { DOOR, INSIDE, refusedAtDoor, screen } from '#features/screening/pipeline.ts';
import type { Outcome, PhaseVerdict } from '#features/screening/views.ts';

const context: Context = {
  at: new Date('2026-11-23T09:00:00Z'),
  text: 'A thought.',
  name: 'Dana',
  edit: false,
  policy: { ...DEFAULT_POLICY, moderation: 'post' },
  story: { open: true, closesAt: null },
  thread: { open: true },
  network: { exhausted: false, secondsLeft: 0 },
  writer: { approved: 1, rejected: 0, ban: null, lastAt: null, throwAway: false },
  same: { here: 0, elsewhere: 0 },
  signals: { trap: false, proof: 'done', seconds: 30 },
  looks: { score: 0.1, verdict: 'ham', because: [] },
};

const says = (outcome: Outcome) => (): PhaseVerdict => ({ outcome, rule: 'r', why: 'w' });

test.each<[Outcome[], string, string]>([
  [[], 'approved', 'waiting'],
  [['note'], 'approved', 'waiting'],
  [['wait'], 'waiting', 'waiting'],
  [['wait', 'hold'], 'waiting', 'held'],
  [['hold', 'spam', 'wait'], 'waiting', 'spam'],
  [['spam', 'reject', 'hold'], 'rejected', 'waiting'],
])('phases that say %j make it %s, on the pile %s', (outcomes, state, lane) => {
  const phases = outcomes.map((outcome, n) => [`phase ${n}`, says(outcome)] as const);
  const screened = screen(context, phases);
  expect([screened.state, screened.lane]).toEqual([state, lane]);
  expect(screened.verdicts.map((verdict) => verdict.outcome)).toEqual(outcomes);
});

test('what nothing speaks against appears at once only where the newsroom wants it', () => {
  expect(screen(context).state).toBe('approved');
  expect(screen({ ...context, policy: DEFAULT_POLICY }).state).toBe('waiting');
});

test('a refusal at the door is the same for everybody', () => {
  const { writer: _writer, same: _same, signals: _signals, looks: _looks, ...door } = context;
  expect(refusedAtDoor({ ...door, text: '...' })).toMatchObject({ code: 'invalid' });
  expect(refusedAtDoor(door)).toBeNull();
});

test('every phase has its file, its test and its place in the order', () => {
  const files = readdirSync(`${import.meta.dirname}/phases`);
  const phases = files.filter((file) => !file.includes('.test.'));
  expect(files.filter((file) => file.includes('.test.')).toSorted()).toEqual(
    phases.map((file) => file.replace('.ts', '.pure.test.ts')).toSorted(),
  );
  // Slow mode speaks twice: at the door for a network, inside for a person.
  expect(new Set([...DOOR, ...INSIDE].map(([name]) => name)).size).toBe(phases.length);
});

test('the narrower place says it, and lists of words add up', () => {
  const policy = policyOf([
    { moderation: 'post', maxLinks: 1, holdWords: ['a1'] },
    { maxLinks: 5, holdWords: ['b1'] },
    { moderation: 'pre' },
  ]);
  expect(policy).toMatchObject({ moderation: 'pre', maxLinks: 5, holdWords: ['a1', 'b1'] });
  expect(policy.maxLength).toBe(DEFAULT_POLICY.maxLength);
});

test('words that somebody types with commas between them are words of their own', () => {
  const typed = 'casino*, cheap pills،\nloan, casino*';
  expect(PolicyInput.parse({ spamWords: typed }).spamWords).toEqual([
    'casino*',
    'cheap pills',
    'loan',
  ]);
});

test.each<[string, unknown, boolean]>([
  ['a form that says nothing', { moderation: '', closeAfterDays: '', holdWords: '' }, true],
  ['numbers as a form sends them', { closeAfterDays: '14', maxLinks: '0' }, true],
  ['a number that is none', { maxLinks: 'many' }, false],
  ['a half link', { maxLinks: '1.5' }, false],
  ['too slow', { slowSeconds: 100_000 }, false],
  ['words, one a line', { holdWords: 'one\n\n two \n' }, true],
  ['a star alone', { spamWords: '*' }, false],
  ['what no policy has', { address: 'x' }, false],
  ['no object', null, false],
])('%s', (_, input, allowed) => {
  expect(PolicyInput.safeParse(input).success).toBe(allowed);
});
