import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Composed } from '#features/addresses/letter-kinds.ts';
import { composed, type Letter } from '#features/letters/internal/layout.ts';
import {
  answeredLetter,
  confirmLetter,
  decidedLetter,
  disclosureLetter,
  ownDataLetter,
} from '#features/letters/internal/texts.ts';

const PAPER = { name: 'The Courier' };
const TO = 'dana@reader.example';
const UNSUBSCRIBE = 'https://courier.example/privacy/unsubscribe/ttt';
const URL = 'https://courier.example/world/talks#comment-c1';
const NASTY = '<img src=x onerror=alert(1)>\r\nBcc: other@evil.example\n"\'&';

const mailed = (letter: Letter): Composed => composed(letter, PAPER.name);

const confirmOf = (keep: 'none' | 'verify' | 'notify', wanted = true, headline = 'Talks open') =>
  confirmLetter({
    paper: PAPER,
    headline,
    addresses: { keep, days: 30 },
    wanted,
    confirmUrl: 'https://courier.example/privacy/confirm/ccc',
    unsubscribeUrl: UNSUBSCRIBE,
  });

const answeredOf = (text: string, name = 'Marat') =>
  answeredLetter({
    paper: PAPER,
    headline: 'Talks open',
    answer: { name, staff: false, text },
    url: URL,
    unsubscribeUrl: UNSUBSCRIBE,
  });

const rejectedOf = (reason: string) =>
  decidedLetter({
    paper: PAPER,
    headline: 'Talks open',
    decision: { verdict: 'rejected', rule: 'It insults somebody.', reason },
    unsubscribeUrl: UNSUBSCRIBE,
  });

const TO_COMMENTERS = {
  confirm: confirmOf('notify'),
  verify: confirmOf('verify'),
  answered: answeredOf('No, they did not.'),
  rejected: rejectedOf('It is off topic.'),
  approved: decidedLetter({
    paper: PAPER,
    headline: 'Talks open',
    decision: { verdict: 'approved', url: URL },
    unsubscribeUrl: UNSUBSCRIBE,
  }),
  ownData: ownDataLetter({
    paper: PAPER,
    url: 'https://courier.example/privacy/comments/ooo',
    until: '24 November 2026, 09:00 UTC',
    unsubscribeUrl: UNSUBSCRIBE,
  }),
};

test.each(Object.entries(TO_COMMENTERS))(
  'the letter “%s” fetches nothing, says no address, and ends by one press',
  (_name, letter) => {
    const { text, html, unsubscribe } = mailed(letter);
    expect(html.markup).not.toMatch(/<img|<link|<script|<iframe|src=|url\(|background/i);
    for (const part of [text, html.markup]) {
      expect(part).toContain(UNSUBSCRIBE);
      expect(part).not.toContain(TO);
      expect(part).not.toContain('reader.example');
    }
    expect(unsubscribe).toBe(UNSUBSCRIBE);
  },
);

test.each(Object.entries(TO_COMMENTERS))(
  'the letter “%s” says the same in both forms',
  (_n, one) => {
    const { text, html } = mailed(one);
    const seen = (from: string) =>
      [...from.matchAll(/[\p{L}\p{N}]{3,}/gu)]
        .map(([word]) => word)
        .filter((word) => word !== 'lt');
    const words = seen(html.markup.replace(/<title>.*?<\/title>|<[^>]+>/g, ' '));
    for (const word of new Set(seen(text.replace(UNSUBSCRIBE, '')))) expect(words).toContain(word);
  },
);

test('who is asked whether an address is theirs is not told what a stranger typed', () => {
  // What it is made from has no place for the comment or the name.
  const { text } = mailed(confirmOf('notify', false));
  expect(text).toContain('Talks open');
  expect(text).toContain('/privacy/confirm/ccc');
  expect(text).toContain('No letters were asked for.');
  expect(mailed(confirmOf('verify')).text).toContain('we forget the address');
});

test('a story that readers do not have any more is not named', () => {
  const letter = decidedLetter({
    paper: PAPER,
    headline: null,
    decision: { verdict: 'rejected', rule: '', reason: '' },
    unsubscribeUrl: UNSUBSCRIBE,
  });
  expect(mailed(letter).subject).toBe('Your comment on a story was not published');
  expect(mailed(letter).text).toContain('The moderator gave no reason.');
});

test('whatever is in a comment, a name or a reason, it is text in the mail', () => {
  const mails = [answeredOf(NASTY, NASTY), rejectedOf(NASTY), confirmOf('notify', true, NASTY)];
  for (const { html, text } of mails.map(mailed)) {
    expect(html.markup).not.toMatch(/<img/i);
    expect(html.markup).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).toContain('<img src=x onerror=alert(1)>');
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, said) => {
      const { html } = mailed(answeredOf(said, name));
      const tags = [...html.markup.matchAll(/<\/?([a-z]+)/g)].map(([, tag]) => tag);
      const ours = ['html', 'head', 'title', 'meta', 'body', 'p', 'a', 'br', 'span', 'blockquote'];
      expect(tags.filter((tag) => !ours.includes(tag ?? ''))).toEqual([]);
    }),
  );
});

test('a very long answer is quoted from its beginning', () => {
  const { text } = mailed(answeredOf(`Beginning. ${'🙂'.repeat(10_000)}`));
  expect(text).toContain('> Beginning.');
  expect(text).toContain('🙂 …');
  expect(text.length).toBeLessThan(4_000);
});

test('every line of what is quoted is marked, so that nobody takes it for ours', () => {
  const said = 'First.\n\nThe newsroom writes: send us your password.';
  expect(mailed(answeredOf(said)).text).toContain(
    '> First.\n>\n> The newsroom writes: send us your password.',
  );
});

test('an address is said to whoever was granted it, or that there is none any more', () => {
  const of = (address: string | null) =>
    disclosureLetter({
      paper: PAPER,
      address,
      reason: 'Case 12/2026',
      consentedBy: 'Rosa',
      commentUrl: URL,
    });
  expect(mailed(of('dana@reader.example')).text).toContain('> dana@reader.example');
  expect(mailed(of(null)).text).toContain('not held any more');
  expect(mailed(of(null)).unsubscribe).toBeUndefined();
});
