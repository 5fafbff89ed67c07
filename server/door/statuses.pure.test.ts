import { expect, test } from 'vitest';
import { openDoor } from '#tests/door.ts';

const page = (html: string) => () => ({ html, tags: ['story:a'] });

test('an address that moved redirects for good, with what follows it and its query', async () => {
  const { ask, renders } = await openDoor({
    known: {
      '/world/old': { state: 'moved', target: '/asia/new' },
      '/foreign': { state: 'moved', target: '/world', noun: 'section' },
      '/world/été': { state: 'moved', target: '/world/hiver-à-paris' },
    },
  });
  const expected = {
    '/world/old': '/asia/new',
    '/world/old?page=2&utm_source=x': '/asia/new?page=2',
    '/world/old/comments/3': '/asia/new/comments/3',
    '/foreign/page/2': '/world/page/2',
    '/foreign/feed.xml': '/world/feed.xml',
    '/world/%C3%A9t%C3%A9': '/world/hiver-%C3%A0-paris',
  };
  for (const [from, to] of Object.entries(expected)) {
    const reply = await ask(from);
    expect([reply.status, reply.headers.location], from).toEqual([301, to]);
  }
  expect(renders).toEqual([]);
});

test('a withdrawn story is gone, on all its pages, and says so', async () => {
  const { ask, renders } = await openDoor({ known: { '/world/talks': { state: 'gone' } } });
  for (const path of ['/world/talks', '/world/talks/comments/2', '/world/talks?x=1']) {
    const reply = await ask(path);
    expect(reply.status).toBe(410);
    expect(reply.body.toString()).toContain('Withdrawn');
    expect(reply.headers['content-type']).toContain('text/html');
  }
  expect(renders).toEqual(['/status/gone']);
});

test('a story that nobody wrote is missing without asking Next to render it', async () => {
  const { ask, renders, press } = await openDoor();
  for (let n = 0; n < 200; n += 1) {
    const reply = await ask(`/world/made-up-${n}`);
    expect(reply.status).toBe(404);
    expect(reply.body.toString()).toContain('Missing');
  }
  expect(renders).toEqual(['/status/missing']);
  expect(press.holds.pages).toBe(1);
});

test('a page that Next does not find is the missing page, not the shell that needs script', async () => {
  const { ask } = await openDoor({ known: { '/world': { noun: 'section' } } });
  for (const path of ['/world/page/9', '/topics/nothing', '/comments/wrong']) {
    const reply = await ask(path);
    expect(reply.status).toBe(404);
    expect(reply.body.toString()).toBe('<h1>Missing</h1>');
  }
});

test('a render that fails is an error page, and the next request tries again', async () => {
  let broken = true;
  const { ask } = await openDoor({
    known: { '/world/talks': {} },
    pages: {
      '/world/talks': () => {
        if (broken) throw new Error('no database');
        return { html: 'back', tags: ['site'] };
      },
      '/fronts/home': () => ({ status: 500, html: 'shell' }),
    },
  });
  const failed = await ask('/world/talks');
  expect([failed.status, failed.body.toString()]).toEqual([500, '<h1>Sorry</h1>']);
  expect(failed.headers['cache-control']).toBe('private, no-store');
  expect((await ask('/')).status).toBe(500);
  broken = false;
  expect((await ask('/world/talks')).status).toBe(200);
});

test('even if the error page fails there is a page to read', async () => {
  const fail = () => {
    throw new Error('everything is broken');
  };
  const { ask } = await openDoor({ pages: { '/fronts/home': fail, '/status/error': fail } });
  const reply = await ask('/');
  expect(reply.status).toBe(500);
  expect(reply.body.toString()).toContain('<h1>Something went wrong here</h1>');
});

test('an address is put in order by a redirect, and never to another site', async () => {
  const { ask } = await openDoor({ known: { '/world': {} }, pages: { '/world': page('World') } });
  const expected = {
    '/world/': '/world',
    '//world': '/world',
    '/world//?a=1': '/world?a=1',
    '//evil.test/x': '/evil.test/x',
    '/world/page/1': '/world',
    '/world/talks/comments/1': '/world/talks',
    '/world/talks/comments': '/world/talks',
  };
  for (const [from, to] of Object.entries(expected)) {
    const reply = await ask(from);
    expect([reply.status, reply.headers.location], from).toEqual([301, to]);
  }
});

test('an address that cannot be read is refused in words, and the door stays up', async () => {
  const { ask } = await openDoor();
  for (const bad of ['/%', '/%zz', '/%E0%A4%A', '/world/%2e%2e', '/a%2fb', '/a%00b', '/a%0d%0ab']) {
    const reply = await ask(bad);
    expect(reply.status, bad).toBe(400);
    expect(reply.body.toString()).toContain('<h1>');
  }
  expect((await ask(`/${'a'.repeat(5_000)}`)).status).toBe(414);
  expect((await ask(`/a?${'b'.repeat(5_000)}`)).status).toBe(414);
  expect((await ask('/', { 'x-long': 'c'.repeat(20_000) })).status).toBe(431);
  expect((await ask('/healthz')).status).toBe(200);
});

test('one page has one address, however it is spelled', async () => {
  const { ask, renders } = await openDoor({
    known: { '/world/été': {} },
    pages: { '/world/%C3%A9t%C3%A9': page('Summer') },
  });
  for (const spelled of [
    '/world/%C3%A9t%C3%A9',
    '/world/%c3%a9t%c3%a9',
    '/%77orld/%C3%A9t%C3%A9',
  ]) {
    expect((await ask(spelled)).body.toString(), spelled).toBe('Summer');
  }
  expect(renders).toHaveLength(1);
});

test('without the press every page and status is the same, byte for byte', async () => {
  const site = {
    known: {
      '/world': {},
      '/world/talks': {},
      '/world/gone': { state: 'gone' },
      '/world/old': { state: 'moved', target: '/world/talks' },
    } as const,
    pages: {
      '/fronts/home': page('Front'),
      '/world': page('World'),
      '/world/talks': page('Talks'),
      '/feed.xml': () => ({ html: '<rss/>', tags: ['live'] }),
    },
  };
  const on = await openDoor(site);
  const off = await openDoor({ ...site, pressed: false });
  const paths = ['/', '/world', '/world/talks', '/world/gone', '/world/old', '/feed.xml', '/x/y'];
  for (const path of [...paths, '/world?a=1', '/world/', '/%', '/search', '/reader.js']) {
    for (const accept of ['identity', 'gzip', 'br']) {
      const asked = { 'accept-encoding': accept };
      await on.ask(path, asked);
      const pressed = await on.ask(path, asked);
      const fresh = await off.ask(path, asked);
      expect(fresh.status, path).toBe(pressed.status);
      expect(fresh.body, path).toEqual(pressed.body);
      expect({ ...fresh.headers, date: '' }, path).toEqual({ ...pressed.headers, date: '' });
    }
  }
  expect(off.press.holds).toEqual({ bytes: 0, pages: 0, briefs: 0 });
});

test('every answer forbids what a newspaper does not need', async () => {
  const { ask } = await openDoor({
    siteUrl: 'https://dateline.test',
    pages: { '/fronts/home': page('Front') },
  });
  for (const path of ['/', '/x/y', '/reader.js', '/desk', '/api/media/x']) {
    const { headers } = await ask(path);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin');
    expect(headers['strict-transport-security'], path).toContain('max-age=31536000');
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
    expect(headers['content-security-policy'], path).toContain("default-src '");
  }
  const { headers } = await ask('/');
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  expect(headers['content-security-policy']).not.toContain('unsafe');
});

test('a picture’s file that is opened by itself is a document that may do nothing, however it is asked for', async () => {
  const { ask } = await openDoor();
  for (const path of [
    '/api/media/x/drawing.svg',
    '/%61pi/media/x/drawing.svg',
    '/api/pictures/x/original',
  ]) {
    const policy = (await ask(path)).headers['content-security-policy'];
    expect(policy, path).toBe(
      "default-src 'none'; frame-ancestors 'none'; style-src 'unsafe-inline'; sandbox",
    );
  }
  expect((await ask('/api/auth/session')).headers['content-security-policy']).toBe(
    "default-src 'none'; frame-ancestors 'none'",
  );
});

test('a site without https does not promise it', async () => {
  const { ask } = await openDoor({ pages: { '/fronts/home': page('Front') } });
  expect((await ask('/')).headers['strict-transport-security']).toBeUndefined();
});

test('ten thousand made-up addresses over HTTP cost no render and no room', async () => {
  const { ask, renders, press } = await openDoor();
  const statuses = new Set<number>();
  for (let done = 0; done < 10_000; done += 100) {
    const asked = Array.from({ length: 100 }, (_, n) => ask(`/world/made-up-${done + n}`));
    for (const { status } of await Promise.all(asked)) statuses.add(status);
  }
  expect([...statuses]).toEqual([404]);
  expect(renders).toEqual(['/status/missing']);
  expect(press.holds.pages).toBe(1);
  expect(press.holds.briefs).toBeLessThanOrEqual(2_000);
}, 120_000);

test('only a page with something from another site may show a frame, and only from that site', async () => {
  const card = (address: string) => `<figure class="embed" data-frame="${address}"></figure>`;
  const { ask } = await openDoor({
    known: { '/world/a': {}, '/world/b': {} },
    pages: {
      '/world/a': page(
        `${card('https://video.example/embed/1?a=1&amp;b=2')}${card('https://video.example/embed/2')}${card('https://maps.example/x')}`,
      ),
      // What a commenter wrote: React escapes the marks of a quotation in it.
      '/world/b': page('<p>&lt;a data-frame=&quot;https://evil.example&quot;&gt;</p>'),
    },
  });
  const policyOf = async (path: string) =>
    String((await ask(path)).headers['content-security-policy']);
  expect(await policyOf('/world/a')).toMatch(
    /; frame-src https:\/\/video\.example https:\/\/maps\.example$/,
  );
  expect(await policyOf('/world/b')).not.toContain('frame-src');
});
