import type { Uses } from '#features/uses/views.ts';
import { deskStoryPath, href } from '#lib/paths.ts';

const WHERE = {
  both: '',
  newest: 'in what is not published yet',
  live: 'in what readers see, not in the newest text',
} as const;

/** Where a picture is used now. */
export function UsedIn({ uses }: { uses: Uses }) {
  const { stories, total, older } = uses;
  return (
    <section aria-labelledby="used" className="grid gap-3">
      <h2 id="used" className="text-lg font-semibold">
        {total === 0 ? 'Not used' : `Used in ${total} ${total === 1 ? 'story' : 'stories'}`}
      </h2>
      {stories.length > 0 && (
        <ul className="used">
          {stories.map((use) => (
            <li key={use.storyId}>
              <a href={deskStoryPath(use.storyId)} className="list-main">
                {use.headline}
              </a>
              <span className="text-note text-soft">
                {[use.section, use.path ? 'live' : 'not public', WHERE[use.where]]
                  .filter(Boolean)
                  .join(', ')}{' '}
                {use.path && (
                  <a href={href(use.path)} className="link">
                    View
                  </a>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {total > stories.length && (
        <p className="text-soft">And {total - stories.length} more that changed longer ago.</p>
      )}
      {older > 0 && (
        <p className="text-soft">
          {older} {older === 1 ? 'story' : 'stories'} used it in an older text, which stays as it
          was.
        </p>
      )}
    </section>
  );
}
