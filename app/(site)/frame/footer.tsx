'use client';
// Drawn while HTML is written: no reader gets it as script. See docs/decisions/0003.

import type { SectionView } from '#features/sections/views.ts';
import type { Site } from '#features/site/views.ts';
import {
  correctionsPath,
  deskPath,
  feedPath,
  frontPath,
  href,
  searchPath,
  transparencyPath,
} from '#lib/paths.ts';

export function Footer({ paper, sections }: { paper: Site; sections: readonly SectionView[] }) {
  return (
    <footer className="wrap">
      <div className="foot meta">
        <p>
          <a className="foot-name" href={frontPath()}>
            {paper.name}
          </a>
          {paper.tagline}
        </p>
        {sections.length > 0 && (
          <ul aria-label="Sections">
            {sections.map((section) => (
              <li key={section.id}>
                <a href={href(section.path)}>{section.name}</a>
              </li>
            ))}
          </ul>
        )}
        <ul aria-label="More">
          <li>
            <a href={searchPath('')}>Search</a>
          </li>
          <li>
            <a href={correctionsPath()}>Corrections</a>
          </li>
          <li>
            <a href={transparencyPath()}>Moderation</a>
          </li>
          <li>
            <a href={feedPath()}>RSS</a>
          </li>
          {paper.footerLinks.map(({ label, url }) => (
            <li key={url + label}>
              <a href={url}>{label}</a>
            </li>
          ))}
          <li>
            <a href={deskPath()} rel="nofollow">
              Newsroom
            </a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
