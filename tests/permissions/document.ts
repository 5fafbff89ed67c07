import { OTHERS, PEOPLE } from '#tests/permissions/others.ts';
import { CLASSES, type Class, type Row, STATES, STORIES } from '#tests/permissions/stories.ts';

const LETTERS: Record<string, string> = { Y: 'yes', n: 'refused', s: 'not now', '0': '404' };
const said = (letter: string) => LETTERS[letter] ?? letter;

/** The table as docs/permissions.md shows it. */
export function documentOf(): string {
  const others = Object.entries(OTHERS).map(([act, cells]) => [act, ...[...cells].map(said)]);
  return `# Who may do what

Made from the table that the tests hold the program to (\`tests/permissions/\`); a cell that is not so fails a test. Everything is asked inside the commands, so that it is the same from every door: action, route, job, command line.

- **yes**: it is done.
- **refused**: the role does not allow it, and the reason is said.
- **not now**: the role allows it and the story's state does not; the reason is said.
- **404**: for this person there is no such thing.

A grant is for the whole site or for one section. In another section it is worth nothing: its holder gets 404 for every story there, in every state. So does whoever has no role, and whoever is not signed in, for what is not public.

Whoever runs the command line on the machine may do all that it can. While a thing is on hold, nobody changes or removes it, administrators and Dateline itself neither.

## Stories

Each cell lists the states in which the answer is so. **Own**: the person began the story or stands in its byline.

${Object.entries(STORIES)
  .map(([act, row]) => storyTable(act, row))
  .join('\n\n')}

## Everything else

${table(['', ...PEOPLE], others)}
`;
}

function storyTable(act: string, row: Row): string {
  const classes = (Object.keys(CLASSES) as Class[]).filter((one) => one !== 'stranger');
  const lines = classes.flatMap((one) => {
    const cells = one === 'admin' ? row.admin : row[one as Exclude<Class, 'stranger' | 'admin'>];
    if (!cells) return [];
    const names = one === 'editor' && !row.admin ? ['admin', ...CLASSES.editor] : CLASSES[one];
    return [[names.join(', '), inWords(cells.own), inWords(cells.others)]];
  });
  return `### ${act[0]?.toUpperCase()}${act.slice(1)}\n\n${table(['', 'own', 'others’'], lines)}`;
}

/** "YYYYnnY" is "yes; refused: live, live with changes". */
function inWords(cells: string): string {
  const states = Map.groupBy(STATES, (_, n) => cells[n] ?? '');
  const [most] = [...states].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [''];
  const rest = [...states]
    .filter(([letter]) => letter !== most)
    .map(([letter, of]) => `${said(letter)}: ${of.join(', ')}`);
  return [said(most), ...rest].join('; ');
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
