/**
 * Who may do what with a story, in each of its states. Written by hand: it says what has to be, not
 * what the policies happen to answer.
 *
 * One letter a state, in the order of STATES: Y it is done; n refused by the role, with the reason;
 * s refused by the state, with the reason; 0 there is no such story for this person (404).
 */
export const STATES = [
  'draft',
  'in review',
  'approved',
  'scheduled',
  'live',
  'live with changes',
  'withdrawn',
] as const;

/** Whoever is like another in everything stands in one class. A grant may be for the section only. */
export const CLASSES = {
  admin: ['admin'],
  editor: ['admin of the section', 'editor', 'editor of the section'],
  reporter: ['reporter', 'reporter of the section'],
  contributor: ['contributor', 'contributor of the section'],
  moderator: ['moderator', 'moderator of the section'],
  stranger: ['editor of another section', 'somebody without a role', 'nobody signed in'],
} as const;

export type Class = keyof typeof CLASSES;
export type Row = Record<Exclude<Class, 'stranger' | 'admin'>, { own: string; others: string }> & {
  /** Where an administrator differs from an editor. */
  admin?: { own: string; others: string };
};

const both = (cells: string) => ({ own: cells, others: cells });
const of = (own: string, others: string) => ({ own, others });

/** For a stranger there is no story, whatever the act and the state. */
const STRANGER = both('0000000');

const SEEN_BY_MODERATOR = both('0000YY0');
const REFUSED_MODERATOR = both('0000nn0');
const EDITORS_ONLY = {
  reporter: both('nnnnnnn'),
  contributor: of('nnnnnnn', '0000nn0'),
  moderator: REFUSED_MODERATOR,
};
const LIKE_WRITING = {
  editor: both('YYYYYYY'),
  reporter: of('YYYYYYY', 'nnnnnnn'),
  contributor: of('YYYYnnY', '0000nn0'),
  moderator: REFUSED_MODERATOR,
};
const DISCUSSING = {
  editor: both('YYYYYYY'),
  reporter: both('YYYYYYY'),
  contributor: of('YYYYYYY', '0000YY0'),
  moderator: REFUSED_MODERATOR,
};
const ADMINS_ONLY = {
  admin: both('YYYYYYY'),
  editor: both('nnnnnnn'),
  ...EDITORS_ONLY,
};

export const STORIES: Record<string, Row> = {
  see: {
    editor: both('YYYYYYY'),
    reporter: both('YYYYYYY'),
    contributor: of('YYYYYYY', '0000YY0'),
    moderator: SEEN_BY_MODERATOR,
  },
  save: LIKE_WRITING,
  'name a revision': LIKE_WRITING,
  'restore a revision': LIKE_WRITING,
  'change the address': {
    editor: both('YYYYYYY'),
    reporter: of('YYYYnnY', 'nnnnnnn'),
    contributor: of('YYYYnnY', '0000nn0'),
    moderator: REFUSED_MODERATOR,
  },
  discuss: DISCUSSING,
  'change one’s own staff comment': DISCUSSING,
  'change somebody’s staff comment': {
    editor: both('nnnnnnn'),
    reporter: both('nnnnnnn'),
    contributor: of('nnnnnnn', '0000nn0'),
    moderator: REFUSED_MODERATOR,
  },
  'share by a secret link': {
    editor: both('YYYYYYY'),
    reporter: of('YYYYYYY', 'nnnnnnn'),
    contributor: of('nnnnnnn', '0000nn0'),
    moderator: REFUSED_MODERATOR,
  },
  submit: {
    editor: both('YssssYY'),
    reporter: of('YssssYY', 'nnnnnnn'),
    contributor: of('YssssYY', '0000nn0'),
    moderator: REFUSED_MODERATOR,
  },
  'take back': {
    editor: both('sYsssss'),
    reporter: of('sYsssss', 'nnnnnnn'),
    contributor: of('sYsssss', '0000nn0'),
    moderator: REFUSED_MODERATOR,
  },
  embargo: {
    editor: both('YYYYYYY'),
    reporter: of('YYYYYYY', 'nnnnnnn'),
    contributor: of('YYYYYYY', '0000nn0'),
    moderator: REFUSED_MODERATOR,
  },
  return: { editor: both('sYsssss'), ...EDITORS_ONLY },
  approve: { editor: both('YYsssYY'), ...EDITORS_ONLY },
  'take approval back': { editor: both('ssYssss'), ...EDITORS_ONLY },
  publish: { editor: both('YYYYsYY'), ...EDITORS_ONLY },
  schedule: { editor: both('YYYssYY'), ...EDITORS_ONLY },
  'cancel schedule': { editor: both('sssYsss'), ...EDITORS_ONLY },
  'take down': { editor: both('sssYYYs'), ...EDITORS_ONLY },
  'cancel take down': { editor: both('sssssss'), ...EDITORS_ONLY },
  'lift embargo': { editor: both('sssssss'), ...EDITORS_ONLY },
  withdraw: { editor: both('ssssYYs'), ...EDITORS_ONLY },
  correct: { editor: both('ssssYYs'), ...EDITORS_ONLY },
  'open and close comments': {
    editor: both('YYYYYYY'),
    reporter: both('nnnnnnn'),
    contributor: of('nnnnnnn', '0000nn0'),
    moderator: SEEN_BY_MODERATOR,
  },
  'read what happened': { editor: both('YYYYYYY'), ...EDITORS_ONLY },
  hold: ADMINS_ONLY,
  redact: ADMINS_ONLY,
};

/** What stands in an act's row for everybody of a class. */
export function cellsOf(row: Row, of: Class): { own: string; others: string } {
  if (of === 'stranger') return STRANGER;
  return of === 'admin' ? (row.admin ?? row.editor) : row[of];
}
