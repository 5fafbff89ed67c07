import type { BannerView } from '#features/fronts/views.ts';
import { href } from '#lib/paths.ts';

/** What breaks, before the page itself: a landmark, so that a screen reader finds it on every page. */
export function Breaking({ banner: { text, path } }: { banner: BannerView }) {
  return (
    <aside aria-label="Breaking news" className="breaking">
      <p className="wrap" role="status">
        <strong>Breaking</strong>{' '}
        <span dir="auto">{path ? <a href={href(path)}>{text}</a> : text}</span>
      </p>
    </aside>
  );
}
