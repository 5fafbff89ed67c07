import sharp from 'sharp';
import { expect, test } from 'vitest';
import { read } from '#db/store.ts';
import { addPicture } from '#features/media/commands.ts';
import { pictureViews, rendition } from '#features/media/queries.ts';
import { publicHeaders } from '#features/media/serving.ts';
import { system } from '#features/people/actor.ts';
import { good } from '#tests/results.ts';

const desk = system('test');

async function added(bytes: Uint8Array, words = {}): Promise<string> {
  return good(await addPicture(desk, { bytes, ...words })).id;
}

async function served(id: string, name: string): Promise<Buffer> {
  const found = await rendition(id, name);
  if (found.kind !== 'file') throw new Error(`${name} is ${found.kind}`);
  return found.bytes;
}

/** So many frames of other greys, each shown so long. */
async function moving(frames: number, delay: number, side = 400): Promise<Buffer> {
  const pages = await Promise.all(
    Array.from({ length: frames }, (_, n) =>
      sharp({
        create: {
          width: side,
          height: side,
          channels: 3,
          background: `rgb(${(n * 20) % 255},${(n * 7) % 255},0)`,
        },
      })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(pages, { join: { animated: true } })
    .gif({ delay: pages.map(() => delay), loop: 0 })
    .toBuffer();
}

test('a GIF moves in the text, stands still on cards, and stops by itself', async () => {
  const id = await added(await moving(5, 200));
  expect((await pictureViews(read, [id])).get(id)).toMatchObject({
    moves: true,
    width: 400,
    height: 400,
  });
  const whole = await sharp(await served(id, '320.webp'), { pages: -1 }).metadata();
  // Five frames of a fifth of a second are one second: five runs are the five seconds of WCAG.
  expect(whole).toMatchObject({ format: 'webp', pages: 5, pageHeight: 320, loop: 5 });
  expect(whole.delay).toEqual([200, 200, 200, 200, 200]);
  for (const still of ['still-320.webp', 'card-320.webp', 'square-160.avif', '1200.jpg']) {
    const { pages = 1 } = await sharp(await served(id, still), { pages: -1 }).metadata();
    expect([still, pages]).toEqual([still, 1]);
  }
});

test('a long one is shown once and no more', async () => {
  const id = await added(await moving(3, 4_000));
  expect((await sharp(await served(id, '320.webp'), { pages: -1 }).metadata()).loop).toBe(1);
});

test.each<[string, () => Promise<Uint8Array>, RegExp]>([
  ['too many frames', () => moving(301, 20, 4), /300 frames/],
  [
    'too many pixels in all its frames',
    async () => {
      const blank = (grey: number) =>
        sharp({ create: { width: 3_000, height: 3_000, channels: 3, background: `#0${grey}0` } })
          .png()
          .toBuffer();
      const pages = await Promise.all([1, 2, 3, 4, 5, 6].map(blank));
      return sharp(pages, { join: { animated: true } })
        .webp({ lossless: true, effort: 0 })
        .toBuffer();
    },
    /50 megapixels in all/,
  ],
])('%s is refused with a reason', async (_, make, why) => {
  const result = await addPicture(desk, { bytes: await make() });
  expect(result).toMatchObject({ ok: false, code: 'invalid' });
  if (!result.ok) expect(result.fields?.bytes).toMatch(why);
});

const svg = (inside: string, attributes = 'viewBox="0 0 400 200"') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`,
  );

const CHART =
  '<style>.bar { fill: #a3122a }</style><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>' +
  '<rect class="bar" width="90" height="150" style="stroke:#000"/><rect x="120" width="90" height="60" fill="url(#g)"/>' +
  '<defs><g id="mark"><path d="M0 0h9v9z"/></g></defs><use xlink:href="#mark" x="250"/><use href="#mark" x="300"/>' +
  '<text x="5" y="190">2017 &amp; after</text>';

test('a drawing stays one, with its colours and its words, and is a picture for cards', async () => {
  const id = await added(svg(CHART), { alt: 'Two bars', credit: 'Graphic: The Dateline' });
  expect((await pictureViews(read, [id])).get(id)).toMatchObject({
    drawing: true,
    width: 1600,
    height: 800,
    alpha: true,
  });
  const text = (await served(id, 'drawing.svg')).toString('utf8');
  expect(text.match(/<use /g)).toHaveLength(2);
  for (const part of ['.bar { fill: #a3122a }', 'stroke:#000', 'url(#g)', '2017 &amp; after']) {
    expect(text).toContain(part);
  }
  expect(text).toContain('<Iptc4xmpCore:AltTextAccessibility>');
  expect((await sharp(Buffer.from(text)).metadata()).format).toBe('svg');
  const { data } = await sharp(await served(id, '320.webp'))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([...data.subarray(4, 7)].map((value) => value > 100)).toEqual([true, false, false]);
  expect((await sharp(await served(id, 'card-640.webp')).metadata()).format).toBe('webp');
});

const MALFORMED = ['a handler on the root', 'a comment that breaks out', 'data in a CDATA'];

test.each([
  ['a script', '<script>alert(1)</script>'],
  [
    'a script of another name',
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>',
  ],
  ['a handler', '<rect width="9" height="9" onload="alert(1)" onclick="alert(1)"/>'],
  ['a handler on the root', '</svg><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">'],
  [
    'a page inside',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></foreignObject>',
  ],
  ['a link', '<a xlink:href="javascript:alert(1)"><text y="9">x</text></a>'],
  ['a use of elsewhere', '<use href="https://evil.example/x.svg#alert(1)"/>'],
  ['a use of itself that grows', '<use href="data:image/svg+xml;alert(1)"/>'],
  [
    'a picture of elsewhere',
    '<image href="https://evil.example/alert(1).png" width="9" height="9"/>',
  ],
  ['an animation that sets a link', '<animate attributeName="href" values="javascript:alert(1)"/>'],
  ['a set', '<set attributeName="onmouseover" to="alert(1)"/>'],
  ['a style that asks', '<style>@import url(https://evil.example/alert(1));</style>'],
  ['a style in escapes', '<style>a{background:u\\72l(https://evil.example/alert(1))}</style>'],
  ['a style attribute that asks', '<rect style="fill:url(https://evil.example/alert(1))"/>'],
  [
    'a filter of elsewhere',
    '<filter id="f"><feImage href="https://evil.example/alert(1)"/></filter>',
  ],
  ['a comment that breaks out', '<!--><script>alert(1)</script>-->'],
  ['data in a CDATA', '<style><![CDATA[</style><script>alert(1)</script>]]></style>'],
])('of a drawing with %s only what cannot act is left, or it is refused', async (what, inside) => {
  const result = await addPicture(desk, {
    bytes: svg(`${inside}<rect width="400" height="200"/>`),
  });
  if (!result.ok) {
    expect([result.fields?.bytes, MALFORMED.includes(what)]).toEqual([
      'This SVG is damaged and cannot be read.',
      true,
    ]);
    return;
  }
  const text = (await served(result.value.id, 'drawing.svg')).toString('utf8');
  expect(text).toContain('<rect width="400"');
  expect(text).not.toMatch(/<[^>]*alert|script|evil\.example|foreignObject|\son\w+=|@import/i);
});

test.each([
  [
    'entities',
    Buffer.from(
      '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">&a;</svg>',
    ),
  ],
  ['an end that is missing', svg('<g>').subarray(0, 100)],
  ['no size', svg('<rect/>', '')],
  [
    'another alphabet',
    Buffer.from(svg('<rect/>').toString('utf8').replace('<rect/>', 'é'), 'latin1'),
  ],
  ['a size beyond all', svg('<rect/>', 'viewBox="0 0 1e9 1e9"')],
  ['the shape of a thread', svg('<rect/>', 'viewBox="0 0 1 100000"')],
  ['too many parts', svg('<g/>'.repeat(20_001))],
  ['nothing in it', svg('')],
])('a drawing with %s is refused with a reason', async (_, bytes) => {
  expect(await addPicture(desk, { bytes })).toMatchObject({ ok: false, code: 'invalid' });
});

test('parts that stand for parts that stand for parts do not grow into millions', async () => {
  const tenfold = (n: number) => `<g id="g${n}">${`<use href="#g${n - 1}"/>`.repeat(10)}</g>`;
  const laughs = `<g id="g0"><rect width="9" height="9"/></g>${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(tenfold).join('')}`;
  const id = await added(svg(`${laughs}<use href="#g9"/>`));
  const text = (await served(id, 'drawing.svg')).toString('utf8');
  expect(text.match(/<use /g)).toHaveLength(10);
  const wide = `<g id="w">${'<path d="M0 0h1"/>'.repeat(1_000)}</g>${'<use href="#w"/>'.repeat(200)}`;
  expect(await addPicture(desk, { bytes: svg(wide) })).toMatchObject({ code: 'invalid' });
});

test('nobody may keep a file for longer than it may be shown', () => {
  const at = new Date('2026-11-23T09:00:00Z');
  const until = (iso: string) =>
    publicHeaders(
      { type: 'image/webp', bytes: Buffer.alloc(1), until: new Date(iso) },
      'picture:a',
      at,
    )['cache-control'];
  expect(until('2026-11-23T10:00:00Z')).toBe('public, max-age=3600');
  expect(until('2036-11-23T10:00:00Z')).toBe('public, max-age=31536000');
});
