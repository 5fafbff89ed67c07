import { bannerPath, deskFrontPath } from '#lib/paths.ts';

type Props = {
  fronts: readonly { front: string; name: string }[];
  /** The name of the front that is open, or `banner`. */
  open: string;
  mayBreak: boolean;
};

/** From front to front, and to what stands on all of them. */
export function FrontTabs({ fronts, open, mayBreak }: Props) {
  return (
    <nav aria-label="Fronts">
      <ul className="tabs">
        {fronts.map(({ front, name }) => (
          <li key={front}>
            <a href={deskFrontPath(front)} aria-current={front === open ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
        {mayBreak && (
          <li>
            <a href={bannerPath()} aria-current={open === 'banner' ? 'page' : undefined}>
              Breaking banner
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
