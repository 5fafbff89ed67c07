import type { Metadata } from 'next';
import { sharedPath, sharedSize } from '#features/media/renditions.ts';
import type { Site } from '#features/site/views.ts';
import type { StoryView } from '#features/stories/views.ts';
import { isoInZone } from '#lib/dates.ts';
import { absolute, feedPath } from '#lib/paths.ts';

/** What a story's page says of itself to search engines and to whoever shares it. */
export function storyMetadata(story: StoryView, site: Site, siteUrl: string): Metadata {
  const url = absolute(siteUrl, story.path);
  const authors = story.bylines.filter((one) => one.role === 'by');
  const description = story.search.description || undefined;
  const { picture } = story;
  const image = picture && {
    url: absolute(siteUrl, sharedPath(picture, 'share')),
    ...sharedSize(picture, 'share'),
    alt: picture.alt,
    type: 'image/jpeg',
  };
  return {
    title: story.search.title,
    description,
    authors: authors.map(({ name, path }) => ({ name, url: absolute(siteUrl, path) })),
    alternates: {
      canonical: url,
      languages: languages(story, siteUrl),
      types: feedLinks(siteUrl, site.name, story.section),
    },
    // Search engines may show the whole picture and as much of the text as they like.
    robots: { 'max-image-preview': 'large', 'max-snippet': -1 },
    openGraph: {
      type: 'article',
      url,
      siteName: site.name,
      title: story.headline,
      description,
      locale: openGraphLocale(story.language),
      alternateLocale: story.translations.map((other) => openGraphLocale(other.language)),
      publishedTime: isoInZone(story.publishedAt, site.timeZone),
      modifiedTime: isoInZone(story.updatedAt ?? story.publishedAt, site.timeZone),
      authors: authors.map(({ path }) => absolute(siteUrl, path)),
      section: story.section.name,
      tags: [...story.topics, ...story.places].map((term) => term.name),
      images: image ? [image] : [],
    },
    twitter: {
      card: image ? 'summary_large_image' : 'summary',
      title: story.headline,
      description,
      images: image ? [image] : [],
    },
  };
}

/** The feeds that a page offers: the site's, and those of the list that it is or stands in. */
export function feedLinks(
  siteUrl: string,
  siteName: string,
  ...lists: readonly { name: string; path: string }[]
): Record<string, { url: string; title: string }[]> {
  return {
    'application/rss+xml': [
      { url: absolute(siteUrl, feedPath()), title: siteName },
      ...lists.map(({ name, path }) => ({
        url: absolute(siteUrl, feedPath(path)),
        title: `${name} – ${siteName}`,
      })),
    ],
  };
}

/** Every language of the story with its address, its own included; none if there is only one. */
function languages(story: StoryView, siteUrl: string): Record<string, string> | undefined {
  if (story.translations.length === 0) return undefined;
  return Object.fromEntries(
    [story, ...story.translations].map(({ language, path }) => [language, absolute(siteUrl, path)]),
  );
}

/** Open Graph names a language with a country: en_US, where the language alone was given. */
function openGraphLocale(language: string): string {
  const { language: base, region } = new Intl.Locale(language).maximize();
  return region ? `${base}_${region}` : base;
}
