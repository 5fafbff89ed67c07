import { expect, onTestFinished, test } from 'vitest';
import { composed, type Letter } from '#features/letters/internal/layout.ts';
import {
  answeredLetter,
  confirmLetter,
  decidedLetter,
  disclosureLetter,
  ownDataLetter,
} from '#features/letters/internal/texts.ts';
import { sendMail } from '#lib/mail.ts';
import { mailServer } from '#tests/mail-server.ts';
import { NASTY_STRINGS } from '#tests/nasty-strings.ts';

const URL = 'https://courier.example/world/talks#comment-c1';
const UNSUBSCRIBE = 'https://courier.example/privacy/unsubscribe/ttt';

/** Shapes of what a mail is taken over with; they are tried where the lists are not, too. */
const INJECTIONS = [
  'A\r\nBcc: other@evil.example',
  'A\nContent-Type: text/html\n\n<script>alert(1)</script>',
  'A\rReply-To: other@evil.example',
  'A\u2028Bcc: other@evil.example',
  '"<other@evil.example>, "',
  'other@evil.example, dana@reader.example',
  '=?utf-8?q?=0D=0ABcc:_other=40evil.example?=',
  '--==boundary--\r\n.\r\nMAIL FROM:<other@evil.example>',
  '.\r\n..\r\n.',
];
const AT_ONCE = 40;
const HOSTILE = [...INJECTIONS, ...NASTY_STRINGS];

const receiver = (n: number) => `reader-${n}@reader.example`;

function answered(text: string): Letter {
  return answeredLetter({
    paper: { name: text },
    headline: text,
    unsubscribeUrl: UNSUBSCRIBE,
    url: URL,
    answer: { name: text, staff: true, text },
  });
}

/** Every letter, with this in each place that words of somebody else get into. */
function lettersWith(text: string): Letter[] {
  const paper = { name: text };
  const about = { paper, headline: text, unsubscribeUrl: UNSUBSCRIBE };
  return [
    answered(text),
    confirmLetter({
      ...about,
      addresses: { keep: 'notify', days: 30 },
      wanted: true,
      confirmUrl: URL,
    }),
    decidedLetter({ ...about, decision: { verdict: 'approved', url: URL } }),
    decidedLetter({ ...about, decision: { verdict: 'rejected', rule: text, reason: text } }),
    ownDataLetter({ ...about, url: URL, until: 'tomorrow' }),
    disclosureLetter({ paper, address: text, reason: text, consentedBy: text, commentUrl: URL }),
  ];
}

const TAGS = ['html', 'head', 'title', 'meta', 'body', 'p', 'a', 'br', 'span', 'blockquote'];
const ATTRIBUTES = ['lang', 'name', 'content', 'style', 'href', 'dir'];

/** Reads it as a machine of tags: whatever is in quotes is a value, whatever is in angles a tag. */
function foreign(html: string): string[] {
  return [...html.matchAll(/<\/?([^\s/>]+)((?:\s[^\s=>]+="[^"]*")*)\s*\/?>/g)].flatMap(
    ([whole, tag = '', inside = '']) => {
      const names = [...inside.matchAll(/([^\s=]+)="[^"]*"/g)].map(([, name = '']) => name);
      return TAGS.includes(tag) && names.every((name) => ATTRIBUTES.includes(name)) ? [] : [whole];
    },
  );
}

test('hostile words make no tag, no attribute and no link in any letter', () => {
  for (const text of HOSTILE) {
    for (const letter of lettersWith(text)) {
      const { html } = composed(letter, text);
      expect(foreign(html.markup)).toEqual([]);
      expect(html.markup.match(/</g)?.length).toBe(html.markup.match(/<\/?[a-z]+[ />]/g)?.length);
      const links = [...html.markup.matchAll(/href="([^"]*)"/g)].map(([, url]) => url);
      expect([URL, UNSUBSCRIBE]).toEqual(expect.arrayContaining(links));
    }
  }
});

test('nor a header, a part, a receiver or a sender on the way to a real mail server', async () => {
  process.env.MAIL_FROM = 'desk@courier.example';
  const server = await mailServer();
  onTestFinished(() => {
    delete process.env.MAIL_FROM;
  });
  await sendMail({ ...composed(answered('Talks'), 'The Courier'), to: receiver(0) });
  const headers = Object.keys(server.mails[0]?.headers ?? {});
  expect(headers).toContain('list-unsubscribe');
  for (let from = 0; from < HOSTILE.length; from += AT_ONCE) {
    const some = HOSTILE.slice(from, from + AT_ONCE);
    server.mails.length = 0;
    await Promise.all(
      some.map((text, n) => sendMail({ ...composed(answered(text), text), to: receiver(n) })),
    );
    expect(server.mails).toHaveLength(some.length);
    for (const [n, text] of some.entries()) {
      const mail = server.to(receiver(n));
      expect([text, Object.keys(mail?.headers ?? {})]).toEqual([text, headers]);
      expect(mail).toMatchObject({ receivers: [receiver(n)], attachments: 0 });
      expect(mail).toMatchObject({ from: 'desk@courier.example' });
      expect(mail?.headers['content-type']).toMatch(/^multipart\/alternative; /);
      expect(mail?.headers.to).toBe(receiver(n));
      expect(mail?.headers['list-unsubscribe']).toBe(`<${UNSUBSCRIBE}>`);
      expect(seen(mail?.subject)).toBe(seen(answered(text).subject));
      expect(seen(mail?.text)).toBe(seen(composed(answered(text), text).text));
    }
  }
}, 120_000);

/** What eyes see: how a line was folded and what cannot be seen is the mail program's own. */
function seen(text = ''): string {
  return text.toWellFormed().replace(/[\p{C}\p{Z}]/gu, '');
}
