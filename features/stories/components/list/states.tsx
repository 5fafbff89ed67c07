import Link from 'next/link';
import type { Filter } from '#features/stories/finding.ts';
import { STATES, type StoryState } from '#features/stories/lifecycle.ts';
import { deskStoriesPath } from '#lib/paths.ts';

type Props = { filter: Filter; states: Partial<Record<StoryState, number>> };

/** How many stories are in which state, each a way to see them. What nothing is in is not shown. */
export function States({ filter, states }: Props) {
  const { state: chosen, ...others } = filter;
  const all = Object.values(states).reduce((sum, stories) => sum + stories, 0);
  const number = new Intl.NumberFormat('en');
  const shown = STATES.filter((state) => (states[state] ?? 0) > 0 || state === chosen);
  return (
    <nav aria-label="States" className="states">
      <Link
        href={deskStoriesPath(1, others)}
        prefetch={false}
        aria-current={chosen ? undefined : 'true'}
      >
        All <span className="count-soft">{number.format(all)}</span>
      </Link>
      {shown.map((state) => (
        <Link
          key={state}
          href={deskStoriesPath(1, { ...others, state })}
          prefetch={false}
          aria-current={chosen === state ? 'true' : undefined}
          className={`state state-${state.replaceAll(' ', '-')}`}
        >
          {state[0]?.toUpperCase() + state.slice(1)}{' '}
          <span className="count-soft">{number.format(states[state] ?? 0)}</span>
        </Link>
      ))}
    </nav>
  );
}
