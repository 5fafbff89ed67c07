// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Block, Body, bodyText, type Inline } from '#features/stories/body.ts';
import { blocksOfHtml, type Pasted } from '#features/stories/components/editor/paste/clean.ts';
import { blocksOfText } from '#features/stories/components/editor/paste/plain.ts';

function fixture(name: string): Pasted {
  return blocksOfHtml(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8'));
}

/** Blocks in a short hand that can be read: `## heading`, `- item`, `**bold**`, `| cell |`. */
function drawn(blocks: readonly Block[], depth = ''): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'paragraph':
        return [`${depth}${line(block.content)}`];
      case 'heading':
        return [`${depth}${'#'.repeat(block.attrs.level)} ${line(block.content)}`];
      case 'quote':
        return drawn(block.content, `${depth}> `);
      case 'bulletList':
      case 'orderedList': {
        const sign = block.type === 'bulletList' ? '- ' : '1. ';
        const items = block.content as { content: Block[] }[];
        return items.flatMap(({ content }) =>
          drawn(content, `${depth}  `).map((row, at) =>
            at === 0 ? `${depth}${sign}${row.trimStart()}` : row,
          ),
        );
      }
      case 'table':
        return block.content.map(
          (row) =>
            `| ${row.content
              .map(
                (cell) =>
                  drawn(cell.content).join(' / ') + (cell.type === 'tableHeader' ? '*' : ''),
              )
              .join(' | ')} |`,
        );
      case 'embed':
        return [`<${block.attrs.url}> ${block.attrs.title}`.trim()];
      case 'picture':
        return [`[picture: ${block.attrs.caption}]`];
      case 'divider':
        return ['---'];
      default:
        return [block.type];
    }
  });
}

function line(content: readonly Inline[] = []): string {
  return content
    .map((node) => {
      if (node.type === 'hardBreak') return ' ⏎ ';
      let { text } = node;
      for (const mark of node.marks ?? []) {
        if (mark.type === 'bold') text = `**${text}**`;
        else if (mark.type === 'link') text = `[${text}](${mark.attrs.href})`;
        else text = `_${text}_`;
      }
      return text;
    })
    .join('');
}

function storable(blocks: Block[]): string {
  const body = Body.safeParse({ type: 'doc', content: blocks });
  return body.success ? bodyText(body.data as Body) : `cannot be stored: ${body.error.message}`;
}

test('Word: headings, lists at two depths, a table, without its comments and its struck out words', () => {
  const pasted = fixture('word.html');
  expect(drawn(pasted.blocks)).toEqual([
    '## Talks on Syria begin in Astana',
    'Delegations of the **government** and of the _armed opposition_ sat at one table on Monday.',
    '### What is on the table',
    '- A lasting ceasefire',
    '- Who watches over it:',
    '  - Russia and Turkey',
    '  - Iran',
    '- Aid',
    '1. First day: plenary',
    '1. Second day: in small rooms',
    '| Delegation* | Head* |',
    '| Government | B. Jaafari |',
    '| Opposition | M. Alloush |',
    '> “It is a test,” he said.',
    'See [the announcement](https://mfa.gov.kz/en) of the ministry.[1]',
    '[1] Released on Sunday.',
  ]);
  expect(pasted.asides).toEqual([
    'Comment: [AK1]Is this the right spelling?',
    'Struck out: perhaps never',
  ]);
  expect(storable(pasted.blocks)).toContain('Astana');
});

test('Google Docs: what looks bold is bold, what is in a heading is not, lists are nested', () => {
  const pasted = fixture('google-docs.html');
  expect(drawn(pasted.blocks)).toEqual([
    '## Ferries stop on Thursday',
    'The **port authority** said so in _a letter_ that this newspaper has seen.',
    'It names [three reasons](https://example.org/letter?id=3):',
    '- The wind',
    '  - from the north',
    '  - and strong',
    '- The price of fuel',
    'Line one of an address ⏎ Line two of it',
    '| Route | Boats |',
    '| North | 3 |',
    'After the table.',
  ]);
});

test('mail from Gmail: the answer, and what it answers as a quote', () => {
  expect(drawn(fixture('gmail.html').blocks)).toEqual([
    'Hello Rosa,',
    'here is the statement. Please call me before you use it.',
    'Regards, ⏎ Temir',
    'On Mon, 23 Jan 2017 at 09:14, Rosa Lind <[rosa@example.org](mailto:rosa@example.org)> wrote:',
    '> Dear Temir,',
    '> could you send me **the statement**?',
    '> On Sun, Temir wrote:',
    '> We will have a statement tomorrow.',
  ]);
});

test('mail from Outlook: paragraphs, the head of the mail below, and links that lead where they say', () => {
  const pasted = fixture('outlook.html');
  expect(drawn(pasted.blocks)).toEqual([
    'Good morning,',
    'the figures are [on our site](https://stat.example.org/2017?table=4).',
    '- Exports: 12%',
    '- Imports: 9%',
    '[picture: ]',
    '**From:** Press Office ⏎ **Sent:** Monday, January 23, 2017 9:14 AM ⏎ **Subject:** Figures',
    'What did you export?',
  ]);
  // The logo of the signature came along with the mail.
  expect(pasted.pictures).toHaveLength(1);
});

test('LibreOffice: its own tags for type and colour leave nothing behind', () => {
  expect(drawn(fixture('libreoffice.html').blocks)).toEqual([
    '## A letter from the islands',
    'The boat comes **twice a week**, and _brings the paper_.',
    '1. Salt',
    '1. Rope ⏎ of hemp',
    '| Day* | Boats* |',
    '| Monday | 2 |',
    '| 3 |  |',
    'Signed on the quay.',
  ]);
});

test('a web page: what is text stays, frames of known sites become cards, scripts are gone', () => {
  const pasted = fixture('web-page.html');
  expect(drawn(pasted.blocks)).toEqual([
    '## The harbour at night',
    'By A. Aru',
    'The cranes [never sleep](https://example.org/cranes). They are lit, and they hum.',
    'A crane over the water. Photograph: A. Aru',
    '<https://www.youtube.com/watch?v=dQw4w9WgXcQ> The cranes',
    'First line of a notice ⏎ second line',
    '---',
    'Ships in a year',
    '| Year* | Ships* |',
    '| 2015 | 1,204 |',
    '| 2016 | 1,311 |',
    '> Nobody told us.',
    '> — Anna (@anna) [January 23, 2017](https://twitter.com/anna/status/823456789012345678?ref_src=twsrc%5Etfw)',
    '<https://x.com/anna/status/823456789012345678>',
    '### More in this section',
    '- [One](https://example.org/1)',
    '- [Two](https://example.org/2)',
  ]);
  expect(pasted.elsewhere).toBe(1);
  expect(pasted.pictures).toEqual([]);
});

test('a newsletter that is made of tables inside tables is its text', () => {
  expect(drawn(fixture('newsletter.html').blocks)).toEqual([
    '## This week in the port',
    'Two ships came in.',
    '**Weather**',
    'Rain.',
  ]);
});

test('plain text: empty lines part it, lines that a mail program broke are put together', () => {
  const mail = [
    'Dear editors,',
    '',
    'the ferries stop on Thursday, and nobody knows when they will be',
    'back. The port authority has not answered, and the islanders are',
    'at the end of their patience.',
    '',
    '> Will they come back?',
    '> Nobody knows.',
    '',
    'Anna Aru',
    'Harbour Street 1',
  ].join('\r\n');
  expect(drawn(blocksOfText(mail))).toEqual([
    'Dear editors,',
    'the ferries stop on Thursday, and nobody knows when they will be back. The port authority has not answered, and the islanders are at the end of their patience.',
    '> Will they come back?',
    '> Nobody knows.',
    'Anna Aru ⏎ Harbour Street 1',
  ]);
  expect(drawn(blocksOfText('One\nTwo\n'))).toEqual(['One', 'Two']);
  expect(blocksOfText(' \n\n')).toEqual([]);
});
