import type {
  BreadcrumbList,
  CorrectionComment,
  CreativeWork,
  ImageObject,
  NewsArticle,
  Person,
  QuantitativeValue,
  WithContext,
} from 'schema-dts';
import { type Cut, sharedPath, sharedSize } from '#features/media/renditions.ts';
import type { Site } from '#features/site/views.ts';
import type { Body } from '#features/stories/body.ts';
import { correctionWord } from '#features/stories/correction-words.ts';
import { datelineText } from '#features/stories/dateline.ts';
import { embedOf } from '#features/stories/embeds.ts';
import type { BylineRole, Kind, PictureUse, StoryView } from '#features/stories/views.ts';
import { isoInZone } from '#lib/dates.ts';
import { scriptJson } from '#lib/html.ts';
import { absolute, correctionAnchor, frontPath } from '#lib/paths.ts';

/** A feature and a live report are news in schema.org's words; it has none of its own for them. */
const TYPES = {
  news: 'NewsArticle',
  feature: 'NewsArticle',
  live: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
} as const satisfies Record<Kind, string>;

/** What search engines read of a story: the same words and times that its page shows. */
export function articleData(
  story: StoryView,
  site: Site,
  siteUrl: string,
  commentCount: number,
): WithContext<NewsArticle> {
  const url = absolute(siteUrl, story.path);
  const people = (...roles: BylineRole[]): Person[] =>
    story.bylines
      .filter((one) => roles.includes(one.role))
      .map(({ name, path }) => ({ '@type': 'Person', name, url: absolute(siteUrl, path) }));
  const publisher = {
    '@type': 'NewsMediaOrganization' as const,
    '@id': `${absolute(siteUrl, frontPath())}#publisher`,
    name: site.name,
    url: absolute(siteUrl, frontPath()),
  };
  const authors = people('by');
  const { dateline } = story;
  return {
    '@context': 'https://schema.org',
    '@type': TYPES[story.kind],
    '@id': `${url}#article`,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    url,
    headline: story.headline,
    description: story.search.description || undefined,
    image: story.picture ? sharedImages(story.picture, siteUrl) : undefined,
    datePublished: isoInZone(story.publishedAt, site.timeZone),
    dateModified: isoInZone(story.updatedAt ?? story.publishedAt, site.timeZone),
    author: authors.length > 0 ? authors : [publisher],
    contributor: some(people('reporting', 'photography')),
    translator: some(people('translation')),
    editor: some(people('editing')),
    publisher,
    articleSection: story.section.name,
    inLanguage: story.language,
    isAccessibleForFree: true,
    dateline: dateline ? datelineText(dateline, story.language) : undefined,
    locationCreated: dateline ? { '@type': 'Place', name: dateline.place } : undefined,
    contentLocation: some(story.places.map(({ name }) => ({ '@type': 'Place' as const, name }))),
    keywords: some(story.topics.map((topic) => topic.name)),
    citation: some(shownFrom(story.body)),
    wordCount: story.words,
    commentCount,
    correction: some(
      story.corrections.map(
        ({ id, kind, text, at }): CorrectionComment => ({
          '@type': 'CorrectionComment',
          '@id': `${url}#${correctionAnchor(id)}`,
          name: correctionWord(kind, story.language),
          text,
          datePublished: isoInZone(at, site.timeZone),
        }),
      ),
    ),
  };
}

/** The way from the front to the story. */
export function breadcrumbData(
  story: StoryView,
  site: Site,
  siteUrl: string,
): WithContext<BreadcrumbList> {
  const steps = [
    { name: site.name, path: frontPath() },
    { name: story.section.name, path: story.section.path },
    { name: story.headline, path: story.path },
  ];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(siteUrl, path),
    })),
  };
}

/** Both, each as the text of a script element of its own. */
export function storyJsonLd(
  story: StoryView,
  site: Site,
  siteUrl: string,
  commentCount: number,
): string[] {
  return [
    scriptJson(articleData(story, site, siteUrl, commentCount)),
    scriptJson(breadcrumbData(story, site, siteUrl)),
  ];
}

/** What the text shows from other sites, each with its address there. */
function shownFrom({ content }: Body): CreativeWork[] {
  return content.flatMap((block) => {
    if (block.type !== 'embed') return [];
    const { url, title } = block.attrs;
    const known = embedOf(url);
    return {
      '@type': 'CreativeWork',
      name: title || known?.name || undefined,
      url: known?.url ?? url,
    };
  });
}

/** The whole picture with what is known of it, and the three cuts that search engines ask for. */
function sharedImages(picture: PictureUse, siteUrl: string): (ImageObject | string)[] {
  const { width, height } = sharedSize(picture);
  const url = (cut?: Cut) => absolute(siteUrl, sharedPath(picture, cut));
  const whole: ImageObject = {
    '@type': 'ImageObject',
    url: url(),
    width: pixels(width),
    height: pixels(height),
    caption: picture.caption || undefined,
    creditText: picture.credit || undefined,
    creator: picture.creator ? { '@type': 'Person', name: picture.creator } : undefined,
    copyrightNotice: picture.copyright || undefined,
  };
  return [whole, url('wide'), url('classic'), url('square')];
}

/** UN/CEFACT's code for a pixel: schema.org knows no length that is only a number. */
function pixels(value: number): QuantitativeValue {
  return { '@type': 'QuantitativeValue', value, unitCode: 'E37' };
}

function some<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
