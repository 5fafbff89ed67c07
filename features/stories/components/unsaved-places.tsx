import { deskStoryPath, newStoryPath } from '#lib/paths.ts';

/** Where this person has typed something that was never saved: after a crash, or on another device. */
export function UnsavedPlaces({ places }: { places: { storyId: string; headline: string }[] }) {
  if (places.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="unsaved-places">
      <h2 id="unsaved-places" className="font-semibold">
        You have unsaved text
      </h2>
      <ul>
        {places.map(({ storyId, headline }) => (
          <li key={storyId}>
            <a href={storyId ? deskStoryPath(storyId) : newStoryPath()} className="link">
              {storyId ? headline : 'In a new story'}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
