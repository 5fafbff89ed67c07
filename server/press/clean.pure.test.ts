import { expect, test } from 'vitest';
import { clean } from '#server/press/clean.ts';

test('the framework leaves the page, the words stay', () => {
  const html =
    '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>' +
    '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>' +
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>' +
    '<link rel="modulepreload" href="/_next/static/chunks/c.js"/>' +
    '<script src="/_next/static/chunks/b.js" async=""></script>' +
    '<meta name="next-size-adjust" content=""/><title>Talks</title>' +
    '<script src="/old.js" noModule=""></script></head><body><div hidden=""><!--$--><!--/$--></div>' +
    '<h1>Talks<!-- --> in <!-- -->Astana</h1>' +
    '<script>(self.__next_f=self.__next_f||[]).push([0])</script>' +
    '<script>self.__next_f.push([1,"a</h1>b"])</script></body></html>';
  expect(clean(html)).toBe(
    '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>' +
      '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>' +
      '<title>Talks</title></head><body><h1>Talks in Astana</h1></body></html>',
  );
});

test('data for machines and our own modules stay as they are', () => {
  const kept =
    '<script type="application/ld+json">{"headline":"<!-- not a comment --> \\u003cb>"}</script>' +
    '<script type="module" src="/reader.js"></script>' +
    '<link rel="preload" as="font" href="/fonts/a.woff2" crossorigin=""/>' +
    '<link rel="alternate" type="application/rss+xml" href="/feed.xml"/>' +
    '<style>a::before{content:"<!--"}</style>';
  expect(clean(kept)).toBe(kept);
});

test('words that look like markup are words', () => {
  const kept = '<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- so --&gt;</p>';
  expect(clean(kept)).toBe(kept);
});
