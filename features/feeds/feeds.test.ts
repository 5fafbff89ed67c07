import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { onTouched } from '#db/outbox.ts';
import { authorFeed, sectionFeed, siteFeed, topicFeed } from '#features/feeds/queries.ts';
import { addPicture } from '#features/media/commands.ts';
import { system } from '#features/people/actor.ts';
import { addGuest } from '#features/people/commands.ts';
import { storyAt } from '#features/stories/queries.ts';
import { storyPath } from '#lib/paths.ts';
import { inRequest } from '#lib/request-context.ts';
import { discussedStory, shown } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { NASTY_STRINGS, NO_NASTY_STRINGS } from '#tests/nasty-strings.ts';
import { draft, paragraphs, publish, rewrite, section, withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';
import { childrenOf, parseXml, textIn, type XmlElement } from '#tests/xml.ts';

const SITE = 'https://news.example';
const clock = holdClock('2026-11-23T09:00:00.000Z');
let home: { id: string; slug: string };

beforeAll(async () => {
  home = await section();
});

function channel(feed: string | null): XmlElement {
  if (!feed) throw new Error('no feed');
  const [found] = childrenOf(parseXml(feed), 'channel');
  if (!found) throw new Error('no channel');
  return found;
}

const items = (feed: string | null) => childrenOf(channel(feed), 'item');
const titles = (feed: string | null) => items(feed).map((item) => textIn(item, 'title'));

async function live(input: Record<string, unknown>, sectionId = home.id) {
  clock.forward(60_000);
  const saved = await draft(sectionId, input);
  await publish(saved);
  return saved;
}

test('a newsroom without a story has a feed all the same', async () => {
  const empty = channel(await siteFeed(SITE));
  expect(textIn(empty, 'title')).toBe('The Dateline');
  expect(textIn(empty, 'link')).toBe('https://news.example/');
  expect(childrenOf(empty, 'item')).toEqual([]);
  expect(childrenOf(empty, 'lastBuildDate')).toEqual([]);
  expect(items(await sectionFeed(home.slug, SITE))).toEqual([]);
});

test('an item has all that a reader of feeds shows: every author, the full text, the picture', async () => {
  const author = async (name: string) => good(await addGuest(system('test'), name)).id;
  const bylines = [
    { authorId: await author('Aigerim Bek'), role: 'by' },
    { authorId: await author('Élise <Roy>'), role: 'by' },
    { authorId: await author('Tom Photo'), role: 'photography' },
  ];
  const bytes = await sharp({
    create: { width: 1600, height: 800, channels: 3, background: '#abc' },
  })
    .jpeg()
    .toBuffer();
  const picture = good(
    await addPicture(system('test'), {
      bytes,
      alt: 'A hall',
      caption: 'The hall',
      credit: 'T. P.',
    }),
  );
  const saved = await live({
    headline: 'Talks & more <b>talks</b>',
    standfirst: 'At "one" table & <i>more</i>',
    language: 'fr',
    datelinePlace: 'Astana',
    bylines,
    topics: ['Syria'],
    picture: { pictureId: picture.id, alt: '', caption: '', credit: '' },
    body: paragraphs('Began on <Monday>.', 'And ended.'),
  });
  const [item] = items(await siteFeed(SITE));
  if (!item) throw new Error('no item');
  const path = `${SITE}/${home.slug}/${saved.slug}`;
  expect(textIn(item, 'title')).toBe('Talks & more <b>talks</b>');
  expect(textIn(item, 'link')).toBe(path);
  expect(childrenOf(item, 'guid')).toMatchObject([
    { text: `dateline:story:${saved.storyId}`, attributes: { isPermaLink: 'false' } },
  ]);
  expect(textIn(item, 'pubDate')).toBe('Mon, 23 Nov 2026 09:01:00 GMT');
  expect(textIn(item, 'atom:updated')).toBe('2026-11-23T09:01:00.000Z');
  expect(childrenOf(item, 'dc:creator').map((one) => one.text)).toEqual([
    'Aigerim Bek',
    'Élise <Roy>',
  ]);
  expect(textIn(item, 'dc:language')).toBe('fr');
  expect(childrenOf(item, 'category').map((one) => one.text)).toEqual([home.slug, 'Syria']);
  expect(textIn(item, 'description')).toBe(
    'At &quot;one&quot; table &amp; &lt;i&gt;more&lt;/i&gt;',
  );
  expect(textIn(item, 'content:encoded')).toMatch(
    /<b>Astana.*:<\/b> Began on &lt;Monday&gt;\.<\/p><p>And ended\.<\/p>$/,
  );
  const [media] = childrenOf(item, 'media:content');
  expect(media?.attributes).toEqual({
    url: `${SITE}/api/media/${picture.id}/1200.jpg`,
    medium: 'image',
    type: 'image/jpeg',
    width: '1200',
    height: '600',
  });
  expect(media && textIn(media, 'media:credit')).toBe('T. P.');
});

test('the feed says where it is and when it last changed', async () => {
  const self = (feed: string | null) => childrenOf(channel(feed), 'atom:link')[0]?.attributes;
  expect(self(await siteFeed(SITE))).toMatchObject({ rel: 'self', href: `${SITE}/feed.xml` });
  expect(self(await sectionFeed(home.slug, SITE))).toMatchObject({
    href: `${SITE}/${home.slug}/feed.xml`,
  });
  const saved = await live({ headline: 'First' });
  clock.forward(3_600_000);
  await publish(await rewrite(saved, home.id, { headline: 'Corrected' }));
  const feed = await siteFeed(SITE);
  expect(titles(feed)[0]).toBe('Corrected');
  expect(textIn(channel(feed), 'lastBuildDate')).toBe(clock.forward(0).toUTCString());
});

test('a correction keeps the guid and the date of publication, and says when it was made', async () => {
  const saved = await live({ headline: 'As it was' });
  const [before] = items(await siteFeed(SITE));
  clock.forward(3_600_000);
  await publish(await rewrite(saved, home.id, { headline: 'As it is', slug: 'another-address' }));
  const [after] = items(await siteFeed(SITE));
  if (!before || !after) throw new Error('no item');
  expect(textIn(after, 'title')).toBe('As it is');
  expect(textIn(after, 'link')).toBe(`${SITE}/${home.slug}/another-address`);
  for (const name of ['guid', 'pubDate']) expect(textIn(after, name)).toBe(textIn(before, name));
  expect(textIn(after, 'atom:updated')).toBe(clock.forward(0).toISOString());
});

test('drafts, later drafts and withdrawn stories are in no feed', async () => {
  const own = await section();
  const { id: authorId } = good(await addGuest(system('test'), 'Ines Feed'));
  const about = { topics: ['Feeds'], bylines: [{ authorId }] };
  const kept = await live({ headline: 'Kept', ...about }, own.id);
  const gone = await live({ headline: 'Gone', ...about }, own.id);
  await draft(own.id, { headline: 'Only a draft', ...about });
  await rewrite(kept, own.id, { headline: 'Not yet', ...about });
  const feeds = async () => [
    await siteFeed(SITE),
    await sectionFeed(own.slug, SITE),
    await topicFeed('feeds', SITE),
    await authorFeed('ines-feed', SITE),
  ];
  for (const feed of await feeds()) expect(titles(feed).slice(0, 2)).toEqual(['Gone', 'Kept']);
  await withdraw(gone);
  for (const feed of await feeds()) {
    expect(titles(feed)[0]).toBe('Kept');
    expect(feed).not.toMatch(/Gone|Only a draft|Not yet/);
  }
  await withdraw(kept);
  expect(await topicFeed('feeds', SITE)).toBeNull();
  expect(await authorFeed('ines-feed', SITE)).toBeNull();
});

test('a feed has the newest fifty, newest first', async () => {
  const own = await section();
  for (let n = 1; n <= 52; n += 1) await live({ headline: `Number ${n}` }, own.id);
  const listed = titles(await sectionFeed(own.slug, SITE));
  expect(listed).toHaveLength(50);
  expect([listed[0], listed[49]]).toEqual(['Number 52', 'Number 3']);
});

test('what is not there has no feed', async () => {
  expect(await sectionFeed('nowhere', SITE)).toBeNull();
  expect(await topicFeed('nothing', SITE)).toBeNull();
  expect(await authorFeed('nobody', SITE)).toBeNull();
  expect(await sectionFeed('', SITE)).toBeNull();
});

test('a feed is stale when its list changes', async () => {
  const context = { tags: new Set<string>(), stash: undefined };
  await inRequest(context, () => siteFeed(SITE));
  expect(context.tags).toContain('live');
  await inRequest(context, () => sectionFeed(home.slug, SITE));
  expect(context.tags).toContain(`section:${home.id}`);
});

test('another story by the same author leaves the pages of their other stories as they are', async () => {
  const author = good(await addGuest(system('test'), 'Prolific Writer'));
  const bylines = [{ authorId: author.id, role: 'by' }];
  const [here, elsewhere] = [await section(), await section()];
  await live({ headline: 'The first of many', slug: 'first-of-many', bylines }, here.id);
  const path = storyPath(here.slug, 'first-of-many');
  const context = { tags: new Set<string>(), stash: undefined };
  await inRequest(context, () => storyAt(path));
  expect(context.tags).toContain(`author:${author.id}`);
  const touched: string[] = [];
  onTouched((tags) => touched.push(...tags));
  await live({ headline: 'The second of many', bylines }, elsewhere.id);
  expect(touched).toContain(`author-list:${author.id}`);
  expect(touched.filter((tag) => context.tags.has(tag))).toEqual([]);
});

test.skipIf(NO_NASTY_STRINGS)(
  'nasty text is read back as it was (skipped without the lists)',
  async () => {
    const own = await section();
    for (let from = 0; from < NASTY_STRINGS.length; from += 100) {
      const some = NASTY_STRINGS.slice(from, from + 100).filter((text) => !text.includes('\u0000'));
      const body = paragraphs(...some.filter((text) => text.length > 0));
      const standfirst = [...(some.find((text) => text.includes('<')) ?? '')]
        .slice(0, 300)
        .join('');
      const headline =
        `Nasty ${[...standfirst.replace(/\s+/g, ' ')].slice(0, 100).join('')}`.trim();
      await live({ headline, standfirst, body }, own.id);
      const [item] = items(await sectionFeed(own.slug, SITE));
      if (!item) throw new Error('no item');
      expect(textIn(item, 'title').replace(/\s+/g, ' ')).toContain(headline.slice(0, 20));
      // The full text is HTML that is well-formed XML too, so that it can be read strictly.
      const blocks = parseXml(`<r>${textIn(item, 'content:encoded')}</r>`).children;
      expect(new Set(blocks.map((block) => block.name))).toEqual(new Set(['p']));
      for (const block of blocks) expect(block.children).toEqual([]);
    }
  },
);

test('what readers say under a story is in no feed, and neither is their name', async () => {
  const own = await section();
  const talked = await discussedStory(own.id);
  await shown(talked.storyId, { text: 'Kept out 4711', name: 'Reader 4711' });
  for (const feed of [await siteFeed(SITE), await sectionFeed(own.slug, SITE)]) {
    expect(items(feed).length).toBeGreaterThan(0);
    expect(feed).not.toContain('4711');
  }
});
