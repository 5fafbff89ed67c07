'use client';
// Drawn while HTML is written: no reader gets it as script. See docs/decisions/0003.

import type { SectionView } from '#features/sections/views.ts';
import type { Site } from '#features/site/views.ts';
import { dayIn, fullDate } from '#lib/dates.ts';
import { feedPath, frontPath, href, searchPath, siteFilePath } from '#lib/paths.ts';

type Props = {
  paper: Site;
  sections: readonly SectionView[];
  current: string | undefined;
  day: Date | undefined;
};

/** The logo says the name to whoever does not see it. */
function NameOrLogo({ paper: { name, logo, logoDark } }: Pick<Props, 'paper'>) {
  if (!logo) return name;
  const { file, width, height } = logo;
  return (
    <picture className="logo">
      {logoDark && (
        <source
          height={logoDark.height}
          media="(prefers-color-scheme: dark)"
          srcSet={siteFilePath(logoDark.file)}
          width={logoDark.width}
        />
      )}
      <img alt={name} height={height} src={siteFilePath(file)} width={width} />
    </picture>
  );
}

/** The name between rules, the sections beneath. On a front it is large, and the page's heading. */
export function Masthead({ paper, sections, current, day }: Props) {
  const Name = day ? 'h1' : 'p';
  return (
    <header>
      <div className={`wrap bar meta ${day ? 'of-front' : ''}`}>
        {day ? (
          <time dateTime={dayIn(day, paper.timeZone)}>{fullDate(day, paper)}</time>
        ) : (
          <span className="tagline">{paper.tagline}</span>
        )}
        <Name className="paper-name">
          <a href={frontPath()}>
            <NameOrLogo paper={paper} />
          </a>
        </Name>
        <nav aria-label="Search and feed" className="tools">
          <a href={searchPath('')}>Search</a>
          <a href={feedPath()} type="application/rss+xml">
            RSS
          </a>
        </nav>
      </div>
      {sections.length > 0 && (
        <nav aria-label="Sections" className="sections">
          <ul className="wrap">
            {sections.map((section) => (
              <li key={section.id}>
                <a
                  aria-current={section.path === current ? 'true' : undefined}
                  href={href(section.path)}
                >
                  {section.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}
