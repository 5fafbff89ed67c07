import robotsParser from 'robots-parser';
import { expect, test } from 'vitest';
import { siteMap, siteMapPart } from '#features/feeds/queries.ts';
import { robots } from '#features/feeds/robots.ts';
import { system } from '#features/people/actor.ts';
import { addGuest } from '#features/people/commands.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, publish, rewrite, section, withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';
import { childrenOf, parseXml, textIn } from '#tests/xml.ts';

const SITE = 'https://news.example';
const clock = holdClock('2026-11-23T09:00:00.000Z');

function places(feed: string | null): Record<string, string> {
  const root = parseXml(feed ?? '');
  const entries = childrenOf(root, root.name === 'urlset' ? 'url' : 'sitemap');
  return Object.fromEntries(
    entries.map((entry) => [new URL(textIn(entry, 'loc')).pathname, textIn(entry, 'lastmod')]),
  );
}

async function live(sectionId: string, input: Record<string, unknown>) {
  clock.forward(60_000);
  const saved = await draft(sectionId, input);
  return { ...saved, path: await publish(saved) };
}

test('the sitemap of an empty newsroom names the front and the corrections', async () => {
  expect(places(await siteMap(SITE))).toEqual({ '/': '', '/corrections': '' });
});

test('it names what is live, with the moment of its last change, and nothing else', async () => {
  const own = await section();
  const { id: authorId } = good(await addGuest(system('test'), 'Sita Mapp'));
  const about = { topics: ['Maps'], places: ['Oslo'], bylines: [{ authorId }] };
  const first = await live(own.id, about);
  const second = await live(own.id, { slug: 'élan-à-b', ...about });
  const gone = await live(own.id, { topics: ['Gone topic'] });
  await draft(own.id, { headline: 'Only a draft' });
  await withdraw(gone);
  clock.forward(3_600_000);
  await publish(await rewrite(first, own.id, { headline: 'Corrected', ...about }));
  expect(places(await siteMap(SITE))).toEqual({
    '/': '',
    '/corrections': '',
    [`/${own.slug}`]: '',
    '/topics/maps': '',
    '/places/oslo': '',
    '/authors/sita-mapp': '',
    [first.path]: '2026-11-23T10:03:00.000Z',
    [encodeURI(second.path)]: '2026-11-23T09:02:00.000Z',
  });
  await withdraw(second);
  expect(places(await siteMap(SITE))).not.toHaveProperty([encodeURI(second.path)]);
});

test('many stories are spread over parts, each story in one, and a withdrawn one in none', async () => {
  const own = await section();
  const stories: { path: string; storyId: string; revisionId: string }[] = [];
  for (let n = 0; n < 5; n += 1) stories.push(await live(own.id, {}));
  const index = places(await siteMap(SITE, 2));
  const parts = Object.keys(index).map((path) => Number(/(\d+)\.xml$/.exec(path)?.[1]));
  expect(parts).toEqual([1, 2, 3, 4]);
  const read = async () => {
    const found = [];
    for (const part of parts.slice(1)) {
      const inPart = places(await siteMapPart(part, SITE, 2));
      const latest = Object.values(inPart).sort().at(-1);
      if (latest) expect(index[`/sitemap/${part}.xml`]).toBe(latest);
      found.push(...Object.keys(inPart));
    }
    return found;
  };
  expect((await read()).filter((path) => stories.some((one) => one.path === path))).toHaveLength(5);
  expect(Object.keys(places(await siteMapPart(1, SITE, 2)))).toContain(`/${own.slug}`);
  expect(await siteMapPart(5, SITE, 2)).toBeNull();
  const [one] = stories;
  if (!one) throw new Error('no story');
  await withdraw(one);
  for (const part of parts) {
    const found = await siteMapPart(part, SITE, 2);
    if (found) expect(places(found)).not.toHaveProperty([one.path]);
  }
});

test('crawlers may read the stories and their pictures, and are kept out of the rest', () => {
  const rules = robotsParser(`${SITE}/robots.txt`, robots(SITE));
  for (const path of [
    '/',
    '/world',
    '/world/talks',
    '/feed.xml',
    '/api/media/x/1200.jpg',
    '/desktop',
  ]) {
    expect(rules.isAllowed(`${SITE}${path}`, 'Googlebot'), path).toBe(true);
  }
  for (const path of [
    '/desk',
    '/desk/sign-in',
    '/api/auth/session',
    '/search',
    '/search?q=x',
    '/comments/t',
  ]) {
    expect(rules.isAllowed(`${SITE}${path}`, 'Googlebot'), path).toBe(false);
  }
  expect(rules.getSitemaps()).toEqual([`${SITE}/sitemap.xml`]);
});
