import { describe, expect, test } from 'vitest';
import { problemsOf } from '#scripts/imports/problems.ts';

/** A small house that keeps every rule; each test plants one file in it. */
const HOUSE = {
  'lib/clock.ts': 'export const now = () => new Date();',
  'lib/secret.ts': "import { hash } from 'node:crypto'; export const digest = hash;",
  'db/store.ts':
    "import { openSqlite } from '#db/internal/sqlite.ts'; export const read = openSqlite;",
  'db/internal/sqlite.ts': 'export const openSqlite = 1;',
  'db/schema/stories.ts':
    "import { now } from '#lib/clock.ts'; export const stories = now; export const KINDS = 1; export type Card = 1;",
  'components/button.tsx': 'export const Button = 1;',
  'features/paths/commands.ts': "import { read } from '#db/store.ts'; export const claim = read;",
  'features/people/actor.ts': 'export const VISITOR = 1;',
  'features/people/session.ts': 'export const signedIn = 1;',
  'features/people/queries.ts': "import '#db/store.ts'; export const person = 1;",
  'features/stories/queries.ts': "import '#db/store.ts'; export const story = 1;",
  'features/stories/commands.ts':
    "import '#features/stories/internal/live.ts'; export const save = 1;",
  'features/stories/jobs.ts': "import '#features/stories/queries.ts'; export const due = 1;",
  'features/stories/actions.ts':
    "'use server'; import '#features/people/session.ts'; export const press = 1;",
  'features/stories/internal/live.ts': "import '#db/store.ts'; export const live = 1;",
  'features/stories/components/card.tsx': 'export const Card = 1;',
  'features/comments/queries.ts':
    "import '#features/stories/queries.ts'; export const comments = 1;",
  'features/media/queries.ts': 'export const picture = 1;',
  'features/sections/queries.ts': 'export const section = 1;',
  'server/door.ts': "import '#features/stories/jobs.ts'; export const door = 1;",
  'scripts/word.ts': 'export const word = 1;',
  'tests/fixtures.ts': 'export const fixture = 1;',
};

/** What is said about the planted file. */
function said(path: string, code: string): string[] {
  const files = new Map(Object.entries({ ...HOUSE, [path]: code }));
  return problemsOf(files)
    .filter((problem) => problem.path === path && !problem.why.startsWith('nothing uses'))
    .map((problem) => problem.why);
}

type Planted = {
  edge: string;
  refused: [path: string, code: string];
  saying: RegExp;
  allowed: [path: string, code: string];
};

const importing = (file: string) => `import '#${file}';`;
const DB = importing('db/store.ts');

const EDGES: Planted[] = [
  ...['app/page.tsx', 'features/stories/queries.ts', 'components/button.tsx', 'db/store.ts'].map(
    (upper) => ({
      edge: `lib → ${upper}`,
      refused: ['lib/new.ts', importing(upper)] as [string, string],
      saying: /lib → /,
      allowed: ['lib/new.ts', importing('lib/clock.ts')] as [string, string],
    }),
  ),
  {
    edge: 'db → features',
    refused: ['db/new.ts', importing('features/stories/queries.ts')],
    saying: /db → features/,
    allowed: ['db/new.ts', importing('lib/clock.ts')],
  },
  {
    edge: 'db → components',
    refused: ['db/new.ts', importing('components/button.tsx')],
    saying: /db → components/,
    allowed: ['db/new.ts', importing('db/internal/sqlite.ts')],
  },
  {
    edge: 'components → features',
    refused: ['components/new.tsx', importing('features/stories/components/card.tsx')],
    saying: /components → features/,
    allowed: ['components/new.tsx', importing('components/button.tsx')],
  },
  {
    edge: 'components → db',
    refused: ['components/new.tsx', DB],
    saying: /rows are touched by/,
    allowed: ['components/new.tsx', importing('lib/clock.ts')],
  },
  {
    edge: 'features → app',
    refused: ['features/stories/views.ts', importing('app/page.tsx')],
    saying: /nothing imports app/,
    allowed: ['features/stories/views.ts', importing('lib/clock.ts')],
  },
  {
    edge: 'app → db',
    refused: ['app/new/page.tsx', DB],
    saying: /rows are touched by/,
    allowed: ['app/new/page.tsx', importing('features/stories/queries.ts')],
  },
  {
    edge: 'app → the jobs of a feature',
    refused: ['app/new/page.tsx', importing('features/stories/jobs.ts')],
    saying: /jobs are run by server/,
    allowed: ['server/new.ts', importing('features/stories/jobs.ts')],
  },
  ...['app/page.tsx', 'features/stories/commands.ts', 'db/new.ts', 'lib/new.ts'].flatMap(
    (lower) => [
      {
        edge: `${lower} → server`,
        refused: [lower, importing('server/door.ts')] as [string, string],
        saying: /nobody imports server/,
        allowed: ['server/new.ts', importing('server/door.ts')] as [string, string],
      },
      {
        edge: `${lower} → scripts`,
        refused: [lower, importing('scripts/word.ts')] as [string, string],
        saying: /nobody imports scripts/,
        allowed: ['scripts/new.ts', importing('scripts/word.ts')] as [string, string],
      },
    ],
  ),
  {
    edge: 'server → scripts',
    refused: ['server/new.ts', importing('scripts/word.ts')],
    saying: /nobody imports scripts/,
    allowed: ['server/new.ts', DB],
  },
  {
    edge: 'scripts → server',
    refused: ['scripts/new.ts', importing('server/door.ts')],
    saying: /nobody imports server/,
    allowed: ['scripts/new.ts', importing('features/stories/commands.ts')],
  },
  {
    edge: 'server → the actions of a feature',
    refused: ['server/new.ts', importing('features/stories/actions.ts')],
    saying: /actions is for requests/,
    allowed: ['server/new.ts', importing('features/stories/commands.ts')],
  },
  {
    edge: 'scripts → the components of a feature',
    refused: ['scripts/new.ts', importing('features/stories/components/card.tsx')],
    saying: /components is for requests/,
    allowed: ['scripts/new.ts', importing('features/stories/queries.ts')],
  },
  {
    edge: 'scripts → the session',
    refused: ['scripts/new.ts', importing('features/people/session.ts')],
    saying: /session is for requests/,
    allowed: ['scripts/new.ts', importing('features/people/actor.ts')],
  },
  {
    edge: 'code → tests',
    refused: ['features/stories/views.ts', importing('tests/fixtures.ts')],
    saying: /only tests import tests/,
    allowed: ['features/stories/views.test.ts', importing('tests/fixtures.ts')],
  },
  ...[
    ['people', 'stories'],
    ['stories', 'comments'],
    ['sections', 'media'],
    ['media', 'sections'],
  ].map(([from, to]) => ({
    edge: `features: ${from} → ${to}`,
    refused: [`features/${from}/new.ts`, importing(`features/${to}/queries.ts`)] as [
      string,
      string,
    ],
    saying: /by an outbox event/,
    allowed: [`features/${from}/new.ts`, importing('features/paths/commands.ts')] as [
      string,
      string,
    ],
  })),
  {
    edge: 'features: a noun without a place in the order',
    refused: ['features/weather/new.ts', importing('features/people/queries.ts')],
    saying: /no place in the order/,
    allowed: ['features/sample/new.ts', importing('features/people/queries.ts')],
  },
  {
    edge: "a feature → another's internal",
    refused: ['features/comments/new.ts', importing('features/stories/internal/live.ts')],
    saying: /is that feature's own/,
    allowed: ['features/stories/new.ts', importing('features/stories/internal/live.ts')],
  },
  {
    edge: "app → a feature's internal",
    refused: ['app/new/page.tsx', importing('features/stories/internal/live.ts')],
    saying: /is that feature's own/,
    allowed: ['app/new/page.tsx', importing('features/stories/components/card.tsx')],
  },
  {
    edge: "a test → another feature's internal",
    refused: ['features/comments/new.test.ts', importing('features/stories/internal/live.ts')],
    saying: /is that feature's own/,
    allowed: ['features/stories/new.test.ts', importing('features/stories/internal/live.ts')],
  },
  ...['actions', 'policy', 'views', 'lifecycle', 'input'].map((part) => ({
    edge: `${part} → db`,
    refused: [`features/stories/${part}.ts`, `'use server'; ${DB}`] as [string, string],
    saying: /touches no row/,
    allowed: ['features/stories/commands.ts', DB] as [string, string],
  })),
  {
    edge: 'components of a feature → db',
    refused: ['features/stories/components/new.tsx', DB],
    saying: /touches no row/,
    allowed: ['features/stories/components/new.tsx', importing('features/stories/queries.ts')],
  },
  {
    edge: 'views → the rows of a table, even as a type',
    refused: ['features/stories/views.ts', "import type { stories } from '#db/schema/stories.ts';"],
    saying: /touches no row/,
    allowed: [
      'features/stories/views.ts',
      "import type { Card, KINDS } from '#db/schema/stories.ts';",
    ],
  },
  {
    edge: 'input → a table beside a list of words',
    refused: [
      'features/stories/input.ts',
      "import { KINDS, stories } from '#db/schema/stories.ts';",
    ],
    saying: /touches no row/,
    allowed: ['features/stories/input.ts', "import { KINDS } from '#db/schema/stories.ts';"],
  },
  {
    edge: 'a feature → the engines of the database',
    refused: ['features/stories/queries.ts', importing('db/internal/sqlite.ts')],
    saying: /use db\/store/,
    allowed: ['features/stories/queries.ts', DB],
  },
  ...['queries', 'commands', 'policy', 'jobs'].flatMap((part) => [
    {
      edge: `${part} → cookies and headers`,
      refused: [`features/stories/${part}.ts`, "import 'next/headers';"] as [string, string],
      saying: /only actions.ts and app\/ read cookies/,
      allowed: ['features/stories/actions.ts', "'use server'; import 'next/headers';"] as [
        string,
        string,
      ],
    },
    {
      edge: `${part} → the session`,
      refused: [`features/stories/${part}.ts`, importing('features/people/session.ts')] as [
        string,
        string,
      ],
      saying: /take an Actor/,
      allowed: ['app/desk/page.tsx', importing('features/people/session.ts')] as [string, string],
    },
  ]),
  {
    edge: 'anybody → next-auth',
    refused: ['app/desk/page.tsx', "import 'next-auth/react';"],
    saying: /knows next-auth/,
    allowed: ['features/people/session.ts', "import 'next-auth';"],
  },
  {
    edge: 'app → drizzle',
    refused: ['app/page.tsx', "import { eq } from 'drizzle-orm';"],
    saying: /SQL is written in/,
    allowed: ['features/stories/internal/new.ts', "import { eq } from 'drizzle-orm';"],
  },
  {
    edge: 'a feature → one of the databases',
    refused: ['features/stories/queries.ts', "import pg from 'pg';"],
    saying: /only db\/ knows which database/,
    allowed: ['db/internal/postgres.ts', "import pg from 'pg';"],
  },
];

describe.each(EDGES)('$edge', ({ refused, saying, allowed }) => {
  test('is refused', () => {
    expect(said(...refused).join('\n')).toMatch(saying);
  });
  test('has a twin that is allowed', () => {
    expect(said(...allowed)).toEqual([]);
  });
});

test.each([
  ['a type', "import type { story } from '#features/stories/queries.ts';"],
  ['a type in the middle', "type A = import('#features/stories/queries.ts').A;"],
  ['later', "const later = () => import('#features/stories/queries.ts');"],
  ['on the way out', "export { story } from '#features/stories/queries.ts';"],
  ['all of it on the way out', "export * from '#features/stories/queries.ts';"],
  ['by a path of its own', "import '../features/stories/queries.ts';"],
])('an import cannot hide: %s', (_, code) => {
  expect(said('lib/new.ts', code)).toHaveLength(1);
});

test('a path that is not from the top is refused, and a style sheet may be beside', () => {
  expect(said('lib/new.ts', "import './clock.ts';").join()).toContain("write '#lib/clock.ts'");
  expect(said('app/layout.tsx', "import './site.css';")).toEqual([]);
});

test.each([
  ['Date.now()', 'now() of lib/clock.ts'],
  ['new Date()', 'now() of lib/clock.ts'],
  ['Math.random()', 'lib/ids.ts'],
  ["new Date(0).toLocaleDateString('en')", 'lib/dates.ts'],
  ['db.transaction(() => 1)', 'transaction() of db/store.ts'],
])('%s has one place', (code, where) => {
  expect(said('features/stories/new.ts', `export const a = ${code};`).join()).toContain(where);
  expect(said('db/new.ts', `export const a = ${code};`)).toHaveLength(1);
  expect(said('features/stories/new.test.ts', `export const a = ${code};`)).toEqual([]);
});

test('a moment that is given is not a moment that is asked for', () => {
  expect(said('features/stories/new.ts', "export const a = new Date('2026-11-23');")).toEqual([]);
});

test('the places where time and transactions come from may use them', () => {
  expect(said('lib/clock.ts', 'export const now = () => new Date();')).toEqual([]);
  expect(said('db/store.ts', 'export const t = (s) => s.transaction(1);')).toEqual([]);
});

test('the site cannot lead to the key that opens addresses, however far around, and the mailer can', () => {
  const from = (path: string) => {
    const files = {
      'lib/mailer-keys.ts': 'export const secret = 1;',
      'features/addresses/mailing.ts':
        "export const open = () => import('#lib/mailer-keys.ts').then((m) => m.secret);",
      [path]: "import { open } from '#features/addresses/mailing.ts'; export const a = open;",
    };
    return problemsOf(new Map(Object.entries(files))).map((problem) => problem.why);
  };
  const refused = [expect.stringContaining('the site could open addresses')];
  expect(from('server/start.ts')).toEqual(refused);
  expect(from('app/page.tsx')).toEqual(refused);
  expect(from('server/mailer.ts')).toEqual([]);
});

test('two files that need each other are refused, and their types may name each other', () => {
  const cycle = (type: string) => {
    const files = {
      'lib/a.ts': `import ${type} { b } from '#lib/b.ts'; export const a = 1;`,
      'lib/b.ts': "import { a } from '#lib/a.ts'; export const b = 1;",
    };
    return problemsOf(new Map(Object.entries(files))).map((problem) => problem.why);
  };
  expect(cycle('')).toEqual([expect.stringContaining('lib/a.ts → lib/b.ts → lib/a.ts')]);
  expect(cycle('type')).toEqual([]);
});

test('the browser gets neither the database nor Node, however far away', () => {
  const client = (imported: string) =>
    said('features/stories/components/new.tsx', `'use client'; ${importing(imported)}`);
  expect(client('features/stories/queries.ts').join()).toContain(
    'the browser would get the database',
  );
  expect(client('lib/secret.ts').join()).toContain('the browser would get node:crypto');
  expect(client('lib/clock.ts')).toEqual([]);
  // An action is called over the network: what it needs stays on the server.
  expect(client('features/stories/actions.ts')).toEqual([]);
});

test("'use server' stands in actions.ts, and there always", () => {
  expect(said('features/stories/commands.ts', "'use server';").join()).toContain('actions.ts only');
  expect(said('features/stories/actions.ts', 'export const a = 1;').join()).toContain(
    'begins with',
  );
});

test('a barrel and a file of more than 400 lines are refused', () => {
  expect(said('lib/index.ts', "export { now } from '#lib/clock.ts';").join()).toContain(
    'no barrels',
  );
  expect(said('lib/new.ts', '\n'.repeat(401)).join()).toContain('401 lines');
  expect(said('lib/new.ts', '\n'.repeat(400))).toEqual([]);
});

test('what nothing uses is named', () => {
  const files = new Map(
    Object.entries({
      'lib/unused.ts': 'export const a = 1;',
      'lib/half.ts':
        'export const used = 1; export const lonely = 2; type Own = 1; export type Shape = Own; export const s = (a: Shape) => a;',
      'server/start.ts': "import { used, s } from '#lib/half.ts';",
    }),
  );
  expect(problemsOf(files).map(({ path, why }) => `${path} ${why}`)).toEqual([
    'lib/unused.ts nothing uses this file: delete it',
    'lib/half.ts nothing uses lonely from outside: do not export it',
  ]);
});
