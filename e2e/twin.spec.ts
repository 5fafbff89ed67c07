import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { schedules } from '#db/schema/decisions.ts';
import { transaction } from '#db/store.ts';
import { type Answer, ask, crawl } from '#e2e/crawl.ts';
import { onDatabase } from '#e2e/database.ts';
import { drawn } from '#e2e/desk.ts';
import { addPicture } from '#features/media/commands.ts';
import { system } from '#features/people/actor.ts';
import { addGuest } from '#features/people/commands.ts';
import { addSection } from '#features/sections/commands.ts';
import { createStory } from '#features/stories/commands.ts';
import { liftEmbargo, setEmbargo } from '#features/stories/embargoes.ts';
import { publishStory } from '#features/stories/publishing.ts';
import { scheduleStory } from '#features/stories/schedules.ts';
import { repeatableBytes } from '#lib/chance.ts';
import { asOf, now } from '#lib/clock.ts';
import { drawingFrom } from '#lib/ids.ts';
import { mediaPath } from '#lib/paths.ts';
import { type Site, startSite } from '#scripts/e2e/site.ts';
import { paragraphs } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const DESK = system('test');
const SECRET = 'quarterdeck';
const DAY_MS = 24 * 3_600_000;

type Twin = { dataDir: string; site: Site };
let twins: Twin[] = [];
let hidden = { storyId: '', revisionId: '', pictureId: '' };

/** Does the same with the same chance and at the same hour of yesterday on each site. */
async function told<T>(dataDir: string, minute: number, seed: string, work: () => Promise<T>) {
  const yesterday = Math.floor((now().getTime() - DAY_MS) / DAY_MS) * DAY_MS;
  const at = new Date(yesterday + minute * 60_000);
  return onDatabase(dataDir, () => asOf(at, () => drawingFrom(repeatableBytes(seed), work)));
}

const words = (headline: string, text: string) => ({
  headline,
  body: paragraphs(text),
  topics: ['Rivers'],
  places: ['Astana'],
});

async function found(dataDir: string) {
  return told(dataDir, 0, 'world', async () => {
    const sectionId = good(await addSection(DESK, { name: 'World', slug: 'world' })).id;
    const authorId = good(await addGuest(DESK, 'Ines Secret')).id;
    return { sectionId, authorId };
  });
}

async function hide(dataDir: string, world: Awaited<ReturnType<typeof found>>) {
  return told(dataDir, 1, 'secret', async () => {
    const bytes = await drawn('#803000');
    const pictureId = good(await addPicture(DESK, { bytes, alt: SECRET, credit: SECRET })).id;
    const saved = good(
      await createStory(DESK, {
        ...words('Talks begin', `What nobody may know: ${SECRET}.`),
        topics: ['RIVERS', SECRET],
        sectionId: world.sectionId,
        bylines: [{ authorId: world.authorId }],
        picture: { pictureId },
      }),
    );
    const at = new Date(now().getTime() + 30 * DAY_MS);
    good(await setEmbargo(DESK, { ...saved, at }));
    good(await scheduleStory(DESK, { ...saved, at }));
    return { ...saved, pictureId };
  });
}

async function publishOther(dataDir: string, sectionId: string) {
  await told(dataDir, 2, 'public', async () => {
    const saved = good(
      await createStory(DESK, { ...words('Talks begin', 'What everybody knows.'), sectionId }),
    );
    good(await publishStory(DESK, saved));
  });
}

test.beforeAll(async () => {
  for (const name of ['without', 'with']) {
    const dataDir = mkdtempSync(join(tmpdir(), `dateline-twin-${name}-`));
    const env = { DATABASE_URL: '', DATELINE_SAMPLE: '0', SITE_URL: 'http://twin.example' };
    const site = await startSite(dataDir, { env });
    const world = await found(dataDir);
    if (name === 'with') hidden = await hide(dataDir, world);
    await publishOther(dataDir, world.sectionId);
    twins = [...twins, { dataDir, site }];
  }
});

test.afterAll(async () => {
  for (const { site, dataDir } of twins) {
    await site.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  }
});

const STARTS = [
  '/',
  '/feed.xml',
  '/sitemap.xml',
  '/robots.txt',
  '/corrections',
  '/world/talks-begin',
  '/world/talks-begin-2',
  '/topics/rivers',
  '/topics/rivers-2',
  `/topics/${SECRET}`,
  '/topics/rivers/feed.xml',
  '/places/astana',
  '/authors/ines-secret',
  '/authors/ines-secret/feed.xml',
  '/search?q=talks',
  '/search?q=rivers',
  '/search?q=ines',
  `/search?q=${SECRET}`,
];

/** The press compresses a page once more when it has time for it: that is no difference. */
const PLAIN = { headers: { 'accept-encoding': 'identity' } };

/** All that the site answers, by address, without what differs by the hour and the port alone. */
async function faceOf({ site }: Twin): Promise<Map<string, string>> {
  const secret = [
    mediaPath(hidden.pictureId, '640.webp'),
    mediaPath(hidden.pictureId, '1200.jpg'),
    `/desk/stories/${hidden.storyId}`,
    `/desk/stories/${hidden.storyId}/preview`,
  ];
  const answers = await crawl(site.url, [...STARTS, ...secret], PLAIN);
  answers.push(
    await ask(`${site.url}/world/talks-begin-2/comments`, {
      method: 'POST',
      body: 'text=a&name=b&email=c%40d.example',
      headers: { ...PLAIN.headers, 'content-type': 'application/x-www-form-urlencoded' },
    }),
  );
  return new Map(
    answers.map((answer) => {
      const [what = ''] = plain(answer.what, site).split(' {');
      return [what, written(answer, site)];
    }),
  );
}

function written({ status, headers, body }: Answer, site: Site): string {
  const lines = headers.split('\n').filter((line) => !/^(date|set-cookie):/.test(line));
  const text = `${status}\n${lines.join('\n')}\n\n${body.toString('latin1')}`;
  // The desk's pages carry a nonce each, in their markup, their headers and their flight data.
  const nonce = /'nonce-([^']+)'/.exec(headers)?.[1];
  return plain(nonce ? text.replaceAll(nonce, 'NONCE') : text, site);
}

function plain(text: string, site: Site): string {
  return text.replaceAll(site.url, '').replaceAll(new URL(site.url).host, '');
}

test('two sites that differ in an embargoed story alone send the same bytes', async () => {
  const [without, withIt] = twins;
  if (!without || !withIt) throw new Error('the twins are not there');
  let faces: [Map<string, string>, Map<string, string>] = [new Map(), new Map()];
  // Until both have taken the published story into their index.
  await expect(async () => {
    faces = [await faceOf(without), await faceOf(withIt)];
    expect(faces[0].get('GET /search?q=talks')).toContain('/world/talks-begin"');
    expect(faces[1].get('GET /search?q=talks')).toContain('/world/talks-begin"');
  }).toPass({ timeout: 30_000 });
  const [one, other] = faces;
  expect(one.size).toBeGreaterThan(25);
  expect([...other.keys()]).toEqual([...one.keys()]);
  for (const [what, answer] of one) expect(other.get(what), what).toBe(answer);
  for (const [what, answer] of other) {
    if (!what.includes(SECRET)) expect(answer, what).not.toContain(SECRET);
  }
});

test('and when its moment has come, everything shows it', async () => {
  const [, withIt] = twins;
  if (!withIt) throw new Error('the twin is not there');
  await onDatabase(withIt.dataDir, async () => {
    good(await liftEmbargo(DESK, hidden));
    await transaction((tx) =>
      tx.update(schedules).set({ at: now() }).where(eq(schedules.storyId, hidden.storyId)),
    );
  });
  await expect(async () => {
    const face = await faceOf(withIt);
    for (const what of ['/feed.xml', '/world/talks-begin-2', `/topics/${SECRET}`]) {
      expect(face.get(`GET ${what}`), what).toContain(SECRET);
    }
    for (const what of ['/', '/sitemap.xml']) {
      expect(face.get(`GET ${what}`), what).toContain('/world/talks-begin-2');
    }
    expect(face.get(`GET ${mediaPath(hidden.pictureId, '640.webp')}`)).toMatch(/^200/);
  }).toPass({ timeout: 30_000 });
});
