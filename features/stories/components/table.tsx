import type { Block } from '#features/stories/body.ts';
import { Words } from '#features/stories/components/list.tsx';

type Row = Extract<Block, { type: 'table' }>['content'][number];

/** A table. One that is wider than the screen is moved in its own frame, with the keyboard too. */
export function Table({ rows }: { rows: readonly Row[] }) {
  const [first, ...rest] = rows;
  const headed = first?.content.every((cell) => cell.type === 'tableHeader') ?? false;
  const broad = (first?.content.length ?? 0) > 4;
  return (
    <section
      aria-label="Table"
      className={broad ? 'scroller broad' : 'scroller'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
      tabIndex={0}
    >
      <table>
        {headed && first && (
          <thead>
            <Cells row={first} scope="col" />
          </thead>
        )}
        <tbody>
          {(headed ? rest : rows).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity and never move
            <Cells key={index} row={row} scope="row" />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cells({ row, scope }: { row: Row; scope: 'col' | 'row' }) {
  return (
    <tr>
      {row.content.map((cell, index) => {
        const key = `${index}`;
        return cell.type === 'tableHeader' ? (
          <th key={key} scope={scope}>
            <Words content={cell.content} />
          </th>
        ) : (
          <td key={key}>
            <Words content={cell.content} />
          </td>
        );
      })}
    </tr>
  );
}
