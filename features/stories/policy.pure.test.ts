import { expect, test } from 'vitest';
import { type Actor, type Role, system, VISITOR } from '#features/people/actor.ts';
import { can, type StoryAct, type StoryForPolicy } from '#features/stories/policy.ts';

const OWN_DRAFT: StoryForPolicy = { sectionId: 'world', own: true, isPublic: false };
const OWN_LIVE: StoryForPolicy = { sectionId: 'world', own: true, isPublic: true };
const OTHER_DRAFT: StoryForPolicy = { sectionId: 'world', own: false, isPublic: false };
const OTHER_LIVE: StoryForPolicy = { sectionId: 'world', own: false, isPublic: true };

const STORIES = [OWN_DRAFT, OWN_LIVE, OTHER_DRAFT, OTHER_LIVE];

/**
 * Written by hand. Four letters for: own draft, own live story, somebody's draft, somebody's live
 * story. Y is yes.
 */
const TABLE: Record<StoryAct, Record<Role | 'visitor', string>> = {
  see: {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: 'YYYY',
    contributor: 'YY-Y',
    moderator: '-Y-Y',
    visitor: '----',
  },
  discuss: {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: 'YYYY',
    contributor: 'YY-Y',
    moderator: '----',
    visitor: '----',
  },
  create: {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: 'YYYY',
    contributor: 'YYYY',
    moderator: '----',
    visitor: '----',
  },
  write: {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: 'YY--',
    contributor: 'Y---',
    moderator: '----',
    visitor: '----',
  },
  submit: {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: 'YY--',
    contributor: 'YY--',
    moderator: '----',
    visitor: '----',
  },
  'take back': {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: 'YY--',
    contributor: 'YY--',
    moderator: '----',
    visitor: '----',
  },
  return: {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: '----',
    contributor: '----',
    moderator: '----',
    visitor: '----',
  },
  approve: {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: '----',
    contributor: '----',
    moderator: '----',
    visitor: '----',
  },
  'take approval back': {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: '----',
    contributor: '----',
    moderator: '----',
    visitor: '----',
  },
  publish: {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: '----',
    contributor: '----',
    moderator: '----',
    visitor: '----',
  },
  schedule: {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: '----',
    contributor: '----',
    moderator: '----',
    visitor: '----',
  },
  'cancel schedule': {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: '----',
    contributor: '----',
    moderator: '----',
    visitor: '----',
  },
  'take down': {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: '----',
    contributor: '----',
    moderator: '----',
    visitor: '----',
  },
  'cancel take down': {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: '----',
    contributor: '----',
    moderator: '----',
    visitor: '----',
  },
  embargo: {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: 'YY--',
    contributor: 'YY--',
    moderator: '----',
    visitor: '----',
  },
  'lift embargo': {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: '----',
    contributor: '----',
    moderator: '----',
    visitor: '----',
  },
  withdraw: {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: '----',
    contributor: '----',
    moderator: '----',
    visitor: '----',
  },
  correct: {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: '----',
    contributor: '----',
    moderator: '----',
    visitor: '----',
  },
  share: {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: 'YY--',
    contributor: '----',
    moderator: '----',
    visitor: '----',
  },
  move: {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: 'Y---',
    contributor: 'Y---',
    moderator: '----',
    visitor: '----',
  },
  'open comments': {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: '----',
    contributor: '----',
    moderator: 'YYYY',
    visitor: '----',
  },
  'close comments': {
    admin: 'YYYY',
    editor: 'YYYY',
    reporter: '----',
    contributor: '----',
    moderator: 'YYYY',
    visitor: '----',
  },
};

function staff(role: Role, sectionId: string | null = null): Actor {
  return { type: 'staff', id: role, name: role, grants: [{ role, sectionId }] };
}

function answers(actor: Actor, act: StoryAct): string {
  return STORIES.map((story) => (can(actor, act, story).ok ? 'Y' : '-')).join('');
}

for (const [act, row] of Object.entries(TABLE)) {
  test(act, () => {
    for (const [role, expected] of Object.entries(row)) {
      const actor = role === 'visitor' ? VISITOR : staff(role as Role);
      expect(`${role} ${answers(actor, act as StoryAct)}`).toBe(`${role} ${expected}`);
    }
  });
}

test('a grant for one section is worth nothing in another', () => {
  for (const act of Object.keys(TABLE) as StoryAct[]) {
    expect(answers(staff('editor', 'world'), act)).toBe('YYYY');
    expect(answers(staff('editor', 'sport'), act)).toBe('----');
    expect(answers(staff('reporter', 'sport'), act)).toBe('----');
  }
});

test('somebody without any grant may nothing', () => {
  const nobody: Actor = { type: 'staff', id: 'x', name: 'x', grants: [] };
  for (const act of Object.keys(TABLE) as StoryAct[]) expect(answers(nobody, act)).toBe('----');
});

test('every refusal gives a reason', () => {
  for (const act of Object.keys(TABLE) as StoryAct[]) {
    for (const story of STORIES) {
      const verdict = can(VISITOR, act, story);
      expect(verdict.ok || verdict.why.length).toBeGreaterThan(10);
    }
  }
});

test('the clock may do what an editor may', () => {
  for (const act of Object.keys(TABLE) as StoryAct[]) {
    expect(answers(system('publish-due'), act)).toBe('YYYY');
  }
});
