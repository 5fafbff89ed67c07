import { expect, test } from 'vitest';
import { mentionedIn, sayings } from '#features/stories/mentioning.ts';

const PEOPLE = ['Ada', 'Ada Aru', 'Bob', 'Дана', '李 明'].map((name) => ({ id: name, name }));
const called = (text: string) => mentionedIn(text, PEOPLE).map((person) => person.name);

test('the longest name that fits is called, in any case and in any script', () => {
  expect(called('@Ada Aru, look')).toEqual(['Ada Aru']);
  expect(called('@ada: and @BOB.')).toEqual(['Ada', 'Bob']);
  expect(called('Спроси @Дана! 还有@李 明')).toEqual(['Дана', '李 明']);
});

test('half a name, an address and a bare sign call nobody', () => {
  expect(called('@Adam, @Bobby, bob@Bob.example, @, @@')).toEqual([]);
});

test('nobody is called twice', () => {
  expect(called('@Bob @Bob')).toEqual(['Bob']);
});

test('a text taken apart is the same text', () => {
  const text = '@Bob and @Ada Aru, not @Adam: ok?';
  const said = sayings(
    text,
    PEOPLE.map((person) => person.name),
  );
  expect(said.map((one) => one.text).join('')).toBe(text);
  expect(said.filter((one) => one.name).map((one) => one.text)).toEqual(['@Bob', '@Ada Aru']);
});
