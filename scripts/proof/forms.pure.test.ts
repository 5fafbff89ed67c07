import { expect, test } from 'vitest';
import { filledIn, formsIn } from '#scripts/proof/forms.ts';
import { linksIn } from '#scripts/proof/links.ts';

const PAGE = `
<form action="/world/talks/comments" class="reply" method="post" noValidate="">
  <input name="parentId" type="hidden" value="a&amp;b"/>
  <textarea id="t" name="text">as &lt;before&gt;</textarea>
  <input type="email" name="email" value=""/>
  <select name="sort"><option value="newest">n</option><option value="oldest">o</option></select>
  <input id="n" name="notify" type="checkbox"/>
  <input name="kind" type="radio" value="one"/><input name="kind" type="radio" value="two"/>
  <button type="submit">Post</button><button name="preview" value="1">Look</button>
  <button type="button" name="no">Not</button>
</form>
<form method="POST" encType="multipart/form-data"><input type="hidden" name="$ACTION_ID_1"/></form>
<form action="/search"><input type="search" name="q"/></form>`;

test('the forms of a page are found with what a browser would send', () => {
  const [comment, action, search] = formsIn(PAGE, '/here');
  expect(comment).toEqual({
    action: '/world/talks/comments',
    method: 'POST',
    multipart: false,
    fields: [
      { name: 'parentId', type: 'hidden', value: 'a&b' },
      { name: 'text', type: 'textarea', value: 'as <before>' },
      { name: 'email', type: 'email', value: '' },
      { name: 'sort', type: 'select', value: 'newest' },
      { name: 'notify', type: 'checkbox', value: 'on' },
      { name: 'kind', type: 'radio', value: 'one' },
    ],
    buttons: [null, { name: 'preview', type: 'submit', value: '1' }],
  });
  expect(action).toMatchObject({ action: '/here', method: 'POST', multipart: true });
  expect(search).toMatchObject({ action: '/search', method: 'GET' });
});

test('a form is sent in the encoding that it asks for', () => {
  const [comment, action] = formsIn(PAGE, '/here');
  if (!comment || !action) throw new Error('the forms were not found');
  const typed = ({ type, value }: { type: string; value: string }) => {
    if (type === 'checkbox') return null;
    return type === 'email' ? 'a@b.example' : value;
  };
  expect(filledIn(comment, typed, null)).toEqual({
    body: 'parentId=a%26b&text=as+%3Cbefore%3E&email=a%40b.example&sort=newest&kind=one',
    type: 'application/x-www-form-urlencoded',
  });
  expect(filledIn(comment, typed, comment.buttons[1] ?? null).body).toContain('&preview=1');
  const { body, type } = filledIn(action, typed, null);
  expect(type).toContain('multipart/form-data; boundary=');
  expect(body).toContain('name="$ACTION_ID_1"\r\n\r\n\r\n');
});

test('links are found in pages, feeds and JSON, of this site only', () => {
  const text = `<a href="/a?b=1&amp;c=2#d"><img srcset="/s.webp 640w, /l.webp 1200w" src="/m.jpg">
    <link>http://twin.example/story</link><loc>http://elsewhere.example/</loc>
    {"url": "http://twin.example/json"} <a href="mailto:x@y.example">`;
  expect(linksIn(text, 'http://twin.example/')).toEqual([
    '/a?b=1&c=2',
    '/m.jpg',
    '/s.webp',
    '/l.webp',
    '/story',
    '/json',
  ]);
});
