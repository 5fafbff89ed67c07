import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import { onTouched } from '#db/outbox.ts';
import { settings } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';
import { type Actor, type Role, system, VISITOR } from '#features/people/actor.ts';
import { changeLogo, changeSettings } from '#features/settings/commands.ts';
import { siteFile } from '#features/settings/queries.ts';
import { rolesWithSecondStep, siteSettings } from '#features/site/queries.ts';
import { siteTag } from '#features/site/tags.ts';
import { DEFAULT_SITE } from '#features/site/views.ts';
import { holdClock } from '#tests/fixtures.ts';
import { good } from '#tests/results.ts';

const ADMIN = system('test');

beforeEach(async () => {
  holdClock();
  await transaction(async (tx) => {
    await tx.delete(settings);
  });
});

const staff = (role: Role, sectionId: string | null = null): Actor => ({
  type: 'staff',
  id: role,
  name: role,
  grants: [{ role, sectionId }],
});

test('what is changed is there, the rest stays, and every page is made anew', async () => {
  const tags: string[] = [];
  onTouched((touched) => tags.push(...touched));
  good(await changeSettings(ADMIN, { name: 'The Courier', timeZone: 'Asia/Almaty' }));
  good(await changeSettings(ADMIN, { commentPolicy: 'Be kind.\r\n\r\nStay on topic.' }));
  expect(await siteSettings()).toEqual({
    ...DEFAULT_SITE,
    name: 'The Courier',
    timeZone: 'Asia/Almaty',
    commentPolicy: 'Be kind.\n\nStay on topic.',
  });
  expect(tags).toContain(siteTag());
});

test.each([
  ['name', { name: ' ' }],
  ['name', { name: 'x'.repeat(61) }],
  ['timeZone', { timeZone: 'Mars/Olympus' }],
  ['language', { language: 'xx' }],
  ['accent.light', { accent: { light: '#ffcc00', dark: '#ff7d8c' } }],
  ['accent.dark', { accent: { light: '#a3122a', dark: '#16407a' } }],
  ['accent.light', { accent: { light: 'red;} body{display:none', dark: '#ff7d8c' } }],
  ['footerLinks.0.url', { footerLinks: [{ label: 'A', url: 'javascript:alert(1)' }] }],
  ['footerLinks.0.url', { footerLinks: [{ label: 'A', url: '//evil.example' }] }],
  ['footerLinks.0.url', { footerLinks: [{ label: 'A', url: '/\\evil.example' }] }],
  [
    'footerLinks.1.label',
    {
      footerLinks: [
        { label: 'A', url: '/a' },
        { label: '', url: '/b' },
      ],
    },
  ],
  ['footerLinks', { footerLinks: Array.from({ length: 13 }, () => ({ label: 'A', url: '/a' })) }],
  ['secondStepRoles.0', { secondStepRoles: ['owner'] }],
  ['commentPolicy', { commentPolicy: 'x'.repeat(2_001) }],
  ['addresses.keep', { addresses: { keep: 'for ever', days: '9' } }],
  ['addresses.days', { addresses: { keep: 'notify', days: '0' } }],
  ['addresses.days', { addresses: { keep: 'notify', days: '1e9' } }],
  ['addresses.days', { addresses: { keep: 'notify', days: 'many' } }],
])('what would harm readers is refused at its field: %s', async (field, input) => {
  const refused = await changeSettings(ADMIN, { tagline: 'Not kept', ...input });
  expect(refused).toMatchObject({ ok: false, code: 'invalid' });
  expect(Object.keys(refused.ok ? {} : (refused.fields ?? {}))).toContain(field);
  expect(await siteSettings()).toEqual(DEFAULT_SITE);
});

test('a setting that is none is refused, so that no row of another kind is written', async () => {
  expect((await changeSettings(ADMIN, { logo: { file: '../../keys/session' } })).ok).toBe(false);
  expect((await changeSettings(ADMIN, { anything: 1 })).ok).toBe(false);
});

test('only an administrator of the whole site changes the settings', async () => {
  const others = [
    ...(['editor', 'reporter', 'contributor', 'moderator'] as const).map((role) => staff(role)),
    staff('admin', 'world'),
    VISITOR,
  ];
  for (const actor of others) {
    expect(await changeSettings(actor, { name: 'Mine' })).toMatchObject({ code: 'forbidden' });
    expect(await changeLogo(actor, 'logo', null)).toMatchObject({ code: 'forbidden' });
  }
  good(await changeSettings(staff('admin'), { name: 'Ours' }));
});

test('what asks for a second step is no part of what readers’ pages know', async () => {
  good(await changeSettings(ADMIN, { secondStepRoles: ['admin', 'editor'] }));
  expect(await rolesWithSecondStep()).toEqual(['admin', 'editor']);
  expect(JSON.stringify(await siteSettings())).not.toContain('editor');
});

test('the own colour is given up again', async () => {
  const accent = { light: '#00539f', dark: '#9ec1ff' };
  good(await changeSettings(ADMIN, { accent }));
  expect((await siteSettings()).accent).toEqual(accent);
  good(await changeSettings(ADMIN, { accent: null }));
  expect((await siteSettings()).accent).toBeNull();
});

test('how long an address is kept is one of three ways, and days are a number', async () => {
  good(await changeSettings(ADMIN, { addresses: { keep: 'verify', days: '30' } }));
  expect((await siteSettings()).addresses).toEqual({ keep: 'verify', days: 30 });
});

test('an accent is a style sheet that says nothing but two colours', async () => {
  const sheet = await siteFile('accent-00539f-9ec1ff.css');
  expect(sheet?.bytes.toString()).toMatch(/--accent:#00539f.*dark.*--accent:#9ec1ff/);
  for (const name of [
    'accent-00539f.css',
    'accent-00539f-zzzzzz.css',
    'accent-00539f-9ec1ff.css/',
  ]) {
    expect(await siteFile(name)).toBeNull();
  }
});

const svg = (size: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect/></svg>`;

test('an SVG is drawn anew without anything that runs, asks or embeds', async () => {
  const hostile = `<?xml version="1.0"?><!-- <script>alert(0)</script> -->
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
      viewBox="0 0 200 40" onload="alert(1)">
      <script>alert(2)</script>
      <style>@import url(https://evil.example/a.css);</style>
      <style>.a{fill:#123456}</style>
      <foreignObject><body xmlns="http://www.w3.org/1999/xhtml">hi</body></foreignObject>
      <image href="https://evil.example/x.png"/><a href="javascript:alert(3)"><rect/></a>
      <use xlink:href="https://evil.example/x.svg#a"/><use xlink:href="#shape"/>
      <path id="shape" class="a" d="M0 0h10v10z" style="fill:url(https://evil.example)" onclick="alert(4)"/>
      <rect width="5" height="5" fill="url(#g)"/><set attributeName="href" to="javascript:alert(5)"/>
    </svg>`;
  good(await changeLogo(ADMIN, 'logo', Buffer.from(hostile)));
  const { logo } = await siteSettings();
  expect((logo?.width ?? 0) / (logo?.height ?? 1)).toBe(5);
  const file = await siteFile(logo?.file ?? '');
  const text = file?.bytes.toString() ?? '';
  expect(file?.type).toBe('image/svg+xml');
  expect(text).not.toMatch(/script|alert|evil|import|onload|onclick|foreign|image|<a|<set/i);
  for (const kept of ['fill:#123456', 'M0 0h10v10z', 'url(#g)']) {
    expect(text).toContain(kept);
  }
});

test.each([
  ['no size', svg('')],
  ['no namespace', '<svg viewBox="0 0 1 1"><rect/></svg>'],
  ['not well-formed', '<svg viewBox="0 0 1 1"><rect></svg>'],
  [
    'entities',
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"><title>&a;</title><rect/></svg>',
  ],
  ['HTML', '<html><script>alert(1)</script></html>'],
  ['a PDF', '%PDF-1.7 …'],
  ['nothing', ''],
  ['too much', 'x'.repeat(600 * 1024)],
])('what is no logo is refused, and the old one stays: %s', async (_what, content) => {
  good(await changeLogo(ADMIN, 'logo', Buffer.from(svg('viewBox="0 0 9 9"'))));
  const before = await siteSettings();
  const refused = await changeLogo(ADMIN, 'logo', Buffer.from(content));
  expect(refused).toMatchObject({
    ok: false,
    code: 'invalid',
    fields: { logo: expect.any(String) },
  });
  expect(await siteSettings()).toEqual(before);
});

test('a picture becomes a PNG of a masthead’s size with nothing in it but the picture', async () => {
  const photo = await sharp({
    create: { width: 2000, height: 500, channels: 3, background: '#123456' },
  })
    .withExif({ IFD0: { Copyright: 'Somebody Secret' } })
    .jpeg()
    .toBuffer();
  good(await changeLogo(ADMIN, 'logoDark', photo));
  const { logoDark } = await siteSettings();
  expect(logoDark).toMatchObject({ width: 1200, height: 300 });
  const file = await siteFile(logoDark?.file ?? '');
  expect(file?.type).toBe('image/png');
  expect(file?.bytes.toString('latin1')).not.toContain('Somebody Secret');
  good(await changeLogo(ADMIN, 'logoDark', null));
  expect((await siteSettings()).logoDark).toBeNull();
});

test('no name of a file leads out of the logos', async () => {
  for (const name of ['../keys/session', 'logo-..%2f.svg', 'logo-0.svg', '%00', 'keys']) {
    expect(await siteFile(name)).toBeNull();
  }
  expect(await read.select().from(settings)).toEqual([]);
});
