import type { StoryState } from '#features/stories/lifecycle.ts';

/** The state of a story as a word and a dot. */
export function StateLabel({ state }: { state: StoryState }) {
  const name = state[0]?.toUpperCase() + state.slice(1);
  return <span className={`state state-${state.replaceAll(' ', '-')}`}>{name}</span>;
}
