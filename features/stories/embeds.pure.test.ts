import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embedOf } from '#features/stories/embeds.ts';
import { NASTY_STRINGS } from '#tests/nasty-strings.ts';

const FRAME_SITES =
  /^https:\/\/(www\.youtube-nocookie\.com|player\.vimeo\.com|platform\.twitter\.com|embed\.bsky\.app|www\.openstreetmap\.org)\//;

test('however an address of it was copied, it is the same video, post or map', () => {
  const same: Record<string, string[]> = {
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ': [
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      'https://youtu.be/dQw4w9WgXcQ?si=follows-people',
      'https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&feature=share',
      'https://www.youtube.com/shorts/dQw4w9WgXcQ',
      'https://www.youtube.com/live/dQw4w9WgXcQ?feature=share',
      'https://www.youtube.com/embed/dQw4w9WgXcQ',
    ],
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90': [
      'https://youtu.be/dQw4w9WgXcQ?t=90',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1m30s',
      'https://www.youtube.com/embed/dQw4w9WgXcQ?start=90',
    ],
    'https://player.vimeo.com/video/76979871?dnt=1': [
      'https://vimeo.com/76979871',
      'https://vimeo.com/channels/staffpicks/76979871',
      'https://player.vimeo.com/video/76979871?autoplay=1',
    ],
    'https://player.vimeo.com/video/76979871?dnt=1&h=0123abcdef': [
      'https://vimeo.com/76979871/0123abcdef',
      'https://player.vimeo.com/video/76979871?h=0123abcdef',
    ],
    'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=20': [
      'https://twitter.com/jack/status/20',
      'https://x.com/jack/status/20?s=46&t=abc',
      'https://mobile.twitter.com/jack/status/20/photo/1',
    ],
    'https://embed.bsky.app/embed/bsky.app/app.bsky.feed.post/3l6oveex3ii2l': [
      'https://bsky.app/profile/bsky.app/post/3l6oveex3ii2l',
    ],
    'https://mastodon.social/@Gargron/100254678717223630/embed': [
      'https://mastodon.social/@Gargron/100254678717223630',
      'https://mastodon.social/@Gargron/100254678717223630/embed',
      'https://mastodon.social/users/Gargron/statuses/100254678717223630',
    ],
  };
  for (const [frame, addresses] of Object.entries(same)) {
    for (const address of addresses) expect(embedOf(address)?.frame, address).toBe(frame);
  }
});

test('a map is shown around its place, with a pin where one was set', () => {
  const shown = embedOf('https://www.openstreetmap.org/#map=12/51.1694/71.4491');
  expect(shown).toMatchObject({ provider: 'map', id: '12/51.1694/71.4491' });
  expect(shown?.frame).toMatch(
    /^https:\/\/www\.openstreetmap\.org\/export\/embed\.html\?bbox=71\.3/,
  );
  expect(shown?.frame).not.toContain('marker');
  const pinned = embedOf('https://www.openstreetmap.org/?mlat=51.1694&mlon=71.4491#map=15/51/71');
  expect(pinned?.frame).toContain('marker=51.1694,71.4491');
});

test('the address that is kept leads to the same thing again', () => {
  for (const address of [
    'https://youtu.be/dQw4w9WgXcQ?t=90',
    'https://vimeo.com/76979871/0123abcdef',
    'https://twitter.com/jack/status/20',
    'https://bsky.app/profile/bsky.app/post/3l6oveex3ii2l',
    'https://mastodon.social/@Gargron@example.social/100254678717223630',
    'https://www.openstreetmap.org/?mlat=-33.9&mlon=18.4#map=9/-33.9/18.4',
  ]) {
    const known = embedOf(address);
    expect(known, address).not.toBeNull();
    expect(embedOf(known?.url ?? '')).toEqual(known);
  }
});

test.each([
  'http://www.youtube.com/watch?v=dQw4w9WgXcQ',
  'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
  'https://www.youtube.com/watch?v=short',
  'https://www.youtube.com/@dateline',
  'https://vimeo.com/about',
  'https://x.com/jack',
  'https://bsky.app/profile/bsky.app',
  'https://localhost/@someone/100254678717223630',
  'https://127.0.0.1/@someone/100254678717223630',
  'https://mastodon.social:8443/@Gargron/100254678717223630',
  'https://name:word@mastodon.social/@Gargron/100254678717223630',
  'https://www.openstreetmap.org/node/1',
  'https://www.openstreetmap.org/#map=12/99/71',
  'https://example.org/video.mp4',
  'javascript:alert(1)',
  'not an address',
])('%s is a link and nothing more', (address) => {
  expect(embedOf(address)).toBeNull();
});

test('whatever is in an address, a frame is from a site that is known', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    ...(NASTY_STRINGS.length > 0 ? [fc.constantFrom(...NASTY_STRINGS)] : []),
  );
  const site = fc.constantFrom(
    'https://www.youtube.com/watch?v=',
    'https://youtu.be/',
    'https://vimeo.com/',
    'https://x.com/a/status/',
    'https://bsky.app/profile/',
    'https://www.openstreetmap.org/#map=',
  );
  fc.assert(
    fc.property(site, piece, (start, rest) => {
      const known = embedOf(start + rest);
      if (!known) return;
      expect(known.frame).toMatch(FRAME_SITES);
      expect(known.frame).toMatch(/^[\w:/.?=&,%@-]+$/);
    }),
  );
});
