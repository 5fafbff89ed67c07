import { Fragment, type ReactNode } from 'react';
import type { Block } from '#features/stories/body.ts';
import { type Pair, type Part, wordsOf } from '#features/stories/compare.ts';
import type { FieldPair } from '#features/stories/components/comparison/fields.ts';
import { directionOf } from '#lib/dates.ts';

/** More unchanged blocks than this in a row are folded away, but for the ones beside a change. */
const MOST_SAME = 3;

type Props = {
  /** Names the table for those who do not see it. */
  caption: string;
  /** Whose text, or of when, stands in each column. */
  titles: readonly [string, string];
  fields: readonly FieldPair[];
  pairs: readonly Pair[];
  language: string;
  /** An earlier and a later text, or two that nobody has decided between. */
  kind: 'versions' | 'sides';
  /** What stands in a third column beside a field or block that differs. */
  aside?: {
    title: string;
    ofField: (index: number) => ReactNode;
    ofPair: (index: number) => ReactNode;
  };
};

/** Two texts side by side, what differs marked word by word. */
export function Comparison({ caption, titles, fields, pairs, language, kind, aside }: Props) {
  const text = { lang: language, dir: directionOf(language) };
  const row = (
    key: string,
    label: string,
    cells: [ReactNode, ReactNode],
    more: ReactNode,
    changed = true,
  ) => (
    <tr key={key} className={changed ? undefined : 'compare-unchanged'}>
      <th scope="row">{label}</th>
      {cells.map((cell, n) => (
        <td key={titles[n]} data-side={titles[n]}>
          <div {...text} className="compare-text">
            {cell}
          </div>
        </td>
      ))}
      {aside && <td className="compare-aside">{more}</td>}
    </tr>
  );
  const width = aside ? 4 : 3;
  return (
    <table className={`compare compare-${kind}`}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">What</span>
          </th>
          {titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
          {aside && <th scope="col">{aside.title}</th>}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, label, parts }, index) =>
          row(name, label, bothSides(parts, kind), aside?.ofField(index)),
        )}
      </tbody>
      {runsOf(pairs).map((run) =>
        run.folded ? (
          <tbody key={`run ${run.from}`}>
            <tr className="compare-same">
              <td colSpan={width}>
                <details>
                  <summary>{run.pairs.length} unchanged blocks</summary>
                  <div {...text} className="compare-text">
                    {numbered(run.pairs).map(({ n, item }) => (
                      <p key={n}>{item.after && wordsOf(item.after)}</p>
                    ))}
                  </div>
                </details>
              </td>
            </tr>
          </tbody>
        ) : (
          <tbody key={`run ${run.from}`}>
            {run.pairs.map((pair, n) => {
              const index = run.from + n;
              const block = pair.before ?? pair.after;
              const changed = pair.kind !== 'same';
              const more = changed ? aside?.ofPair(index) : null;
              return row(`block ${index}`, nameOf(block), cellsOf(pair, kind), more, changed);
            })}
          </tbody>
        ),
      )}
    </table>
  );
}

function cellsOf(pair: Pair, kind: Props['kind']): [ReactNode, ReactNode] {
  if (pair.kind === 'same') return [wordsOf(pair.before), wordsOf(pair.after)];
  if (pair.kind === 'removed') return [marked(wordsOf(pair.before), 'before', kind), null];
  if (pair.kind === 'added') return [null, marked(wordsOf(pair.after), 'after', kind)];
  const cells = bothSides(pair.parts, kind);
  if (pair.parts.some((part) => part.in !== 'both')) return cells;
  const note = (
    <span className="compare-note" lang="en" dir="ltr">
      The words are the same: a link, a picture or the form is another.
    </span>
  );
  return [
    cells[0],
    <Fragment key="note">
      {cells[1]} {note}
    </Fragment>,
  ];
}

function bothSides(parts: readonly Part[], kind: Props['kind']): [ReactNode, ReactNode] {
  return [oneSide(parts, 'before', kind), oneSide(parts, 'after', kind)];
}

function oneSide(parts: readonly Part[], side: 'before' | 'after', kind: Props['kind']): ReactNode {
  const other = side === 'before' ? 'after' : 'before';
  return numbered(parts.filter((part) => part.in !== other)).map(({ n, item }) =>
    item.in === 'both' ? item.text : <Fragment key={n}>{marked(item.text, side, kind)}</Fragment>,
  );
}

/** Places that never change hands: each stands where it stands as long as the table is shown. */
function numbered<T>(items: readonly T[]): { n: number; item: T }[] {
  return items.map((item, n) => ({ n, item }));
}

function marked(text: string, side: 'before' | 'after', kind: Props['kind']): ReactNode {
  if (!text) return <span className="compare-note">Nothing is written in it.</span>;
  if (kind === 'sides') return <mark className={`diff-${side}`}>{text}</mark>;
  return side === 'before' ? (
    <del className="diff-before">{text}</del>
  ) : (
    <ins className="diff-after">{text}</ins>
  );
}

/** "bulletList" → "Bullet list". */
function nameOf(block: Block | null): string {
  const words = (block?.type ?? '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type Run = { from: number; pairs: Pair[]; folded: boolean };

/** The pairs in runs; the inside of a long unchanged run is folded. */
function runsOf(pairs: readonly Pair[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  while (from < pairs.length) {
    const same = pairs[from]?.kind === 'same';
    let to = from;
    while (to < pairs.length && (pairs[to]?.kind === 'same') === same) to += 1;
    const [first, last] = [from + (from > 0 ? 1 : 0), to - (to < pairs.length ? 1 : 0)];
    if (same && last - first > MOST_SAME) {
      if (first > from) runs.push({ from, pairs: pairs.slice(from, first), folded: false });
      runs.push({ from: first, pairs: pairs.slice(first, last), folded: true });
      if (to > last) runs.push({ from: last, pairs: pairs.slice(last, to), folded: false });
    } else runs.push({ from, pairs: pairs.slice(from, to), folded: false });
    from = to;
  }
  return runs;
}
