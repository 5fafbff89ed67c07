import { OTHERS, PEOPLE } from '#tests/permissions/others.ts';
import { CLASSES, type Class, type Row, STATES, STORIES } from '#tests/permissions/stories.ts';

const LETTERS: Record<string, string> = { Y: 'yes', n: 'refused', s: 'not now', '0': '404' };
const said = (letter: string) => LETTERS[letter] ?? letter;

/** The table as docs/permissions.md shows it. */
export function documentOf(): string {
  const others = Object.entries(OTHERS).map(([act, cells]) => [act, ...[...cells].map(said)]);
  return `# Who may do what

Made from the table that the tests hold the program to (\`tests/permissions/\`); a cell that is not so fails a test. Everything is asked inside the commands, so that it is the same from every door: action, route, job, command line.

Each cell is tried twice. The commands are asked on both databases (\`npx vitest run tests/permissions\`). Then people with sessions of their own stand outside a running site and knock at every action, route and page behind which the act is done (\`npm run e2e -- e2e/permissions.spec\`): what they are allowed is in the audit log afterwards, what they are refused has left nothing there, and what they may not see answers in the same words as what is not there. A door at which nobody knocks fails the test; the command line is run too.

- **yes**: it is done.
- **refused**: the role does not allow it, and the reason is said.
- **not now**: the role allows it and the story's state does not; the reason is said.
- **404**: for this person there is no such thing.

From outside there are two more answers. Whoever is not signed in is told so at every door of the desk, whatever they ask for and whether it is there or not. And a page that is nothing but the thing (the staff, the audit log, the pictures) answers 404 to whoever may not see it, instead of a reason.

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
