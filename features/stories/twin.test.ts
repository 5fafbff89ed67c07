import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { drainOutbox } from '#db/outbox.ts';
import { pictures } from '#db/schema/site.ts';
import { transaction } from '#db/store.ts';
import { system } from '#features/people/actor.ts';
import { addGuest } from '#features/people/commands.ts';
import { addSection } from '#features/sections/commands.ts';
import type { Saved } from '#features/stories/commands.ts';
import { createStory, saveStory } from '#features/stories/commands.ts';
import { editorView } from '#features/stories/desk.ts';
import { setEmbargo } from '#features/stories/embargoes.ts';
import { publishDue } from '#features/stories/jobs.ts';
import {
  approveStory,
  publishStory,
  submitStory,
  withdrawStory,
} from '#features/stories/publishing.ts';
import { scheduleStory } from '#features/stories/schedules.ts';
import { repeatableBytes as chance } from '#lib/chance.ts';
import { drawingFrom } from '#lib/ids.ts';
import { handleEvent } from '#server/events.ts';
import { holdClock } from '#tests/fixtures.ts';
import { paragraphs } from '#tests/newsroom.ts';
import { publicFace } from '#tests/public-face.ts';
import { good } from '#tests/results.ts';
import { wipe } from '#tests/wipe.ts';

const DESK = system('test');
const START = new Date('2026-11-23T09:00:00Z');
const MINUTE = 60_000;
const END = new Date(START.getTime() + 24 * 60 * MINUTE);

/** Few, so that the secret story and the others fall over each other. */
const HEADLINES = ['Talks begin', 'Talks begin!', 'Été à Paris', 'Ete a Paris'];
const NAMES = ['Rivers', 'rivers', 'RIVERS', 'Rivers!', 'Lakes'];
const SECRET = 'quarterdeck';

const ASKED = {
  words: [...HEADLINES, ...NAMES, SECRET, 'Ines Secret', 'Pat Public'],
  slugs: ['rivers', 'rivers-2', 'rivers-3', 'lakes', 'lakes-2', 'talks-begin'],
};

type Step =
  | { of: 'public'; act: 'write' | 'rewrite' | 'publish' | 'withdraw'; story: number; says: number }
  | { of: 'secret'; act: 'write' | 'submit' | 'approve' | 'publish' | 'plan'; says: number };

const says = fc.nat(HEADLINES.length * NAMES.length - 1);
const publicStep = fc.record({
  of: fc.constant('public' as const),
  act: fc.constantFrom('write' as const, 'write', 'publish', 'publish', 'rewrite', 'withdraw'),
  story: fc.nat(3),
  says,
});
const secretStep = fc.record({
  of: fc.constant('secret' as const),
  act: fc.constantFrom('write' as const, 'submit', 'approve', 'publish', 'plan'),
  says,
});
const steps: fc.Arbitrary<Step[]> = fc.array(fc.oneof(publicStep, secretStep), {
  minLength: 6,
  maxLength: 16,
});

let clock = holdClock();
beforeEach(() => {
  clock = holdClock();
});

type World = Awaited<ReturnType<typeof found>>;

/** The same newsroom every time, with nothing in it yet. */
async function found() {
  await wipe();
  clock.at = START;
  return drawingFrom(chance('world'), async () => {
    const section = good(await addSection(DESK, { name: 'World', slug: 'world' })).id;
    const open = good(await addGuest(DESK, 'Pat Public')).id;
    const hidden = good(await addGuest(DESK, 'Ines Secret')).id;
    await transaction(async (tx) => {
      for (const id of ['openpicture000000000', 'hiddenpicture0000000']) {
        await tx.insert(pictures).values({
          id,
          digest: id,
          type: 'image/png',
          width: 640,
          height: 480,
          byteLength: 1,
          placeholder: '',
          createdAt: START,
        });
      }
    });
    return { section, open, hidden };
  });
}

function content(world: World, secret: boolean, number: number) {
  const name = NAMES[number % NAMES.length] ?? '';
  const words = secret ? `What nobody may know: ${SECRET}.` : `What everybody knows, ${number}.`;
  return {
    sectionId: world.section,
    headline: HEADLINES[number % HEADLINES.length] ?? '',
    body: paragraphs(words),
    topics: [name],
    places: [NAMES[(number + 2) % NAMES.length] ?? ''],
    bylines: [{ authorId: secret ? world.hidden : world.open }],
    picture: { pictureId: secret ? 'hiddenpicture0000000' : 'openpicture000000000' },
  };
}

async function write(input: ReturnType<typeof content>, before: Saved | undefined): Promise<Saved> {
  if (!before) return good(await createStory(DESK, input));
  const { storyId, revisionId: basedOn } = before;
  return good(await saveStory(DESK, { ...input, storyId, basedOn }));
}

/** Lives through the steps, each at its own minute and with its own chance, secret ones on request. */
async function live(all: readonly Step[], withSecret: boolean) {
  const world = await found();
  const known: Saved[] = [];
  let secret: Saved | undefined;
  for (const [n, step] of all.entries()) {
    clock.at = new Date(START.getTime() + (n + 1) * MINUTE);
    await drawingFrom(chance(`${step.of} ${n}`), async () => {
      if (step.of === 'public') await perform(world, known, step);
      else if (withSecret) secret = await hide(world, secret, step);
    });
    await drawingFrom(chance(`clock ${n}`), async () => {
      await publishDue();
      await drainOutbox(handleEvent);
    });
  }
  clock.at = new Date(START.getTime() + (all.length + 1) * MINUTE);
  return { face: await publicFace(ASKED), secret };
}

async function perform(world: World, known: Saved[], step: Extract<Step, { of: 'public' }>) {
  const index = step.story % Math.max(1, known.length);
  const story = known[index];
  if (step.act === 'write' || !story) {
    known.push(await write(content(world, false, step.says), undefined));
  } else if (step.act === 'rewrite') {
    known[index] = await write(content(world, false, step.says), story);
  } else if (step.act === 'publish') {
    await publishStory(DESK, story);
  } else {
    await withdrawStory(DESK, { ...story, note: 'wrong' });
  }
}

/** Works on the one secret story: bound the moment it is there, however it is pushed afterwards. */
async function hide(
  world: World,
  before: Saved | undefined,
  step: Extract<Step, { of: 'secret' }>,
): Promise<Saved> {
  if (!before || step.act === 'write') {
    const saved = await write(content(world, true, step.says), before);
    if (!before) good(await setEmbargo(DESK, { ...saved, at: END }));
    return saved;
  }
  if (step.act === 'submit') await submitStory(DESK, before);
  if (step.act === 'approve') await approveStory(DESK, before);
  if (step.act === 'publish') {
    expect(await publishStory(DESK, before)).toMatchObject({ ok: false });
  }
  if (step.act === 'plan') await scheduleStory(DESK, { ...before, at: END });
  return before;
}

test('two sites that differ in an embargoed story alone have one public face', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const without = await live(all, false);
      const withIt = await live(all, true);
      expect(withIt.face).toEqual(without.face);
    }),
    { numRuns: 12 },
  );
}, 240_000);

test('and when its moment has come everything shows it: the twin test sees what there is to see', async () => {
  const all: Step[] = [
    { of: 'secret', act: 'write', says: 0 },
    { of: 'public', act: 'write', story: 0, says: 5 },
    { of: 'public', act: 'publish', story: 0, says: 0 },
    { of: 'secret', act: 'plan', says: 0 },
  ];
  const { face, secret } = await live(all, true);
  expect(good(await editorView(DESK, secret?.storyId ?? '')).state).toBe('scheduled');
  expect(JSON.stringify(Object.values(face))).not.toContain(SECRET);
  clock.at = END;
  await publishDue();
  await drainOutbox(handleEvent);
  const after = await publicFace(ASKED);
  const changed = Object.keys(after).filter(
    (what) => JSON.stringify(after[what]) !== JSON.stringify(face[what]),
  );
  expect(changed).toEqual(
    expect.arrayContaining([
      'front',
      'newest',
      'feed',
      'sitemap',
      '/world',
      '/world/feed.xml',
      '/topics/rivers',
      '/authors/ines-secret',
      `search ${SECRET}`,
      'registry',
      'picture hiddenpicture0000000',
    ]),
  );
});

test('a story that is bound does not take an address from one that comes out before it', async () => {
  const all: Step[] = [
    { of: 'secret', act: 'write', says: 0 },
    { of: 'secret', act: 'plan', says: 0 },
    { of: 'public', act: 'write', story: 0, says: 0 },
    { of: 'public', act: 'publish', story: 0, says: 0 },
  ];
  const { face } = await live(all, true);
  expect(face['/world/talks-begin']).toBeDefined();
  clock.at = END;
  await publishDue();
  const after = await publicFace(ASKED);
  expect(JSON.stringify(after['/world/talks-begin'])).not.toContain(SECRET);
  expect(JSON.stringify(after['/world/talks-begin-2'])).toContain(SECRET);
});
