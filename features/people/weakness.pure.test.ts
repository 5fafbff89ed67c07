import { expect, test } from 'vitest';
import { weakness } from '#features/people/weakness.ts';

const KNOWN = { email: 'rosa.haddad@courier.example', name: 'Rosa Haddad' };

test.each(['qwertyuiop123', 'QwertyUIOP123', '1q2w3e4r5t6y', '123456789987654321', 'justinbieber'])(
  'a password of the lists of stolen ones is refused: %s',
  (password) => {
    expect(weakness(password)).toMatch(/stolen/);
  },
);

test.each(['aaaaaaaaaaaa', 'abcabcabcabc', 'passpasspasspass', 'abcdefghijklmn', '98765432109876'])(
  'what repeats or counts on is refused: %s',
  (password) => {
    expect(weakness(password)).not.toBeNull();
  },
);

test.each(['rosa.haddad2026!', 'Rosa Haddad 1', 'Haddad123456', '12-Courier-34'])(
  'the own name and address are refused: %s',
  (password) => {
    expect(weakness(password, KNOWN)).toMatch(/your name or address/);
  },
);

test.each(['Dragon2026!!!!', '!!football1234', 'Sunshine#20261'])(
  'a common word with signs around it is refused: %s',
  (password) => {
    expect(weakness(password)).toMatch(/common word/);
  },
);

test.each([
  'correct horse battery staple',
  'Wir fahren dienstags ans Meer',
  'мы едем к морю по вторникам',
  'xK9#mQ2$vL7!',
  '火曜日は海へ行きます、毎週',
])('words that somebody put together, or chance, are good: %s', (password) => {
  expect(weakness(password, KNOWN)).toBeNull();
});
