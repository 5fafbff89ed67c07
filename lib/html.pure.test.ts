import fc from 'fast-check';
import { expect, test } from 'vitest';
import { element, escapeText, joined, scriptJson } from '#lib/html.ts';
import { parseXml } from '#tests/xml.ts';

const any = fc.string({ unit: 'binary', maxLength: 200 });

test('whatever text goes in, the markup is well-formed and says the same', () => {
  fc.assert(
    fc.property(any, any, (text, attribute) => {
      const { markup } = element('p', { title: attribute }, text);
      const read = parseXml(markup);
      const bearable = (value: string) =>
        [...value]
          .filter((sign) =>
            /[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(sign),
          )
          .join('');
      // XML itself reads a carriage return as a line end, and line ends in an attribute as spaces.
      const ends = (value: string) => bearable(value.toWellFormed()).replace(/\r\n?/g, '\n');
      expect(read.text).toBe(ends(text));
      expect(read.attributes.title?.replace(/\s/g, ' ')).toBe(ends(attribute).replace(/\s/g, ' '));
    }),
  );
});

test('half a character and a control character are left out, not passed on', () => {
  expect(escapeText('a\ud800b\u0000c\u0008d\uffff')).toBe('a\ufffdbcd');
});

test('a string among the children is text, never markup', () => {
  expect(joined('<b>', element('i', {}, '<u>')).markup).toBe('&lt;b&gt;<i>&lt;u&gt;</i>');
});

test('an element without children closes itself, one with an empty string does not', () => {
  expect(element('br', {}).markup).toBe('<br/>');
  expect(element('td', { title: undefined, lang: null }, '').markup).toBe('<td></td>');
});

test('JSON in a script element cannot end it, open a comment or break a line', () => {
  const value = { text: '</script><!--<script>\u2028\u2029&amp;' };
  const json = scriptJson(value);
  expect(json).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(json)).toEqual(value);
});
