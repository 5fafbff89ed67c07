import { expect, test } from 'vitest';
import {
  browserCookie,
  cookieNamed,
  onlyReaderCookies,
  ownCookie,
  ownTokens,
  readerCookies,
} from '#lib/reader-cookies.ts';

const TOKEN = 'a'.repeat(43);
const ID = '0'.repeat(20);

test('of what a browser sends, only what is a reader’s is handed on', () => {
  const header = `session=secret; browser=${TOKEN};own-${ID}=${TOKEN}; own-x=${TOKEN}; browser=<b>`;
  expect(readerCookies(header)).toBe(`browser=${TOKEN}; own-${ID}=${TOKEN}`);
  for (const nothing of [undefined, '', 'session=secret', '=', ';;', `browser=${TOKEN}x`]) {
    expect(readerCookies(nothing)).toBeUndefined();
  }
});

test('a request that carries anything else may be one of somebody with rights', () => {
  expect(onlyReaderCookies(undefined)).toBe(true);
  expect(onlyReaderCookies(`browser=${TOKEN}`)).toBe(true);
  expect(onlyReaderCookies(`browser=${TOKEN}; a=b`)).toBe(false);
  expect(onlyReaderCookies('browser=short')).toBe(false);
});

test('the secrets of comments are found, and of a thousand cookies only so many looked at', () => {
  expect(ownTokens(`own-${ID}=${TOKEN}; browser=${TOKEN}`)).toEqual([TOKEN]);
  const many = Array.from(
    { length: 1_000 },
    (_, n) => `own-${String(n).padStart(20, '0')}=${TOKEN}`,
  );
  expect(ownTokens(many.join('; '))).toHaveLength(60);
});

test('no script reads them, no other site sends them, and no page that is pressed gets them', () => {
  for (const cookie of [
    ownCookie(ID, TOKEN, 'http://a.example'),
    browserCookie(TOKEN, 'http://a.example'),
  ]) {
    expect(cookie).toMatch(/; Path=\/comments; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  }
  expect(browserCookie(TOKEN, 'https://a.example')).toMatch(/; Secure$/);
  expect(cookieNamed(browserCookie(TOKEN, ''), 'browser')).toBe(TOKEN);
});
