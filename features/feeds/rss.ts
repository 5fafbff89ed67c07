import { sharedPath, sharedSize } from '#features/media/renditions.ts';
import type { Site } from '#features/site/views.ts';
import { storyHtml } from '#features/stories/html.ts';
import type { PictureUse, StoryView } from '#features/stories/views.ts';
import { element, escapeText, joined, type Markup } from '#lib/html.ts';
import { absolute } from '#lib/paths.ts';

/** What a feed says of itself. Addresses are whole. */
export type Channel = {
  title: string;
  description: string;
  language: string;
  page: string;
  self: string;
  /** When the newest of its stories came out or changed; nothing if there is none. */
  changedAt: Date | null;
};

/** What an item is made of. */
export type FeedStory = Pick<
  StoryView,
  | 'id'
  | 'path'
  | 'language'
  | 'section'
  | 'headline'
  | 'standfirst'
  | 'dateline'
  | 'bylines'
  | 'publishedAt'
  | 'updatedAt'
  | 'picture'
  | 'body'
  | 'pictures'
  | 'topics'
  | 'corrections'
  | 'sourceLine'
>;

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

/** An RSS 2.0 document (https://www.rssboard.org/rss-specification). */
export function rss(channel: Channel, items: readonly Markup[]): string {
  const self = { rel: 'self', type: 'application/rss+xml', href: channel.self };
  const document = element(
    'rss',
    { version: '2.0', ...NAMESPACES },
    element(
      'channel',
      {},
      element('title', {}, channel.title),
      element('link', {}, channel.page),
      element('description', {}, channel.description),
      element('language', {}, channel.language),
      channel.changedAt && element('lastBuildDate', {}, channel.changedAt.toUTCString()),
      element('generator', {}, 'Dateline'),
      element('atom:link', self),
      ...items,
    ),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${document.markup}\n`;
}

/** A story as an item, with its full text. Its guid outlives a change of its address. */
export function rssItem(story: FeedStory, site: Site, siteUrl: string): Markup {
  const writers = story.bylines.filter((one) => one.role === 'by').map((one) => one.name);
  const creators = writers.length > 0 ? writers : [site.name];
  const changed = story.updatedAt ?? story.publishedAt;
  return element(
    'item',
    {},
    element('title', {}, story.headline),
    element('link', {}, absolute(siteUrl, story.path)),
    element('guid', { isPermaLink: 'false' }, `dateline:story:${story.id}`),
    element('pubDate', {}, story.publishedAt.toUTCString()),
    element('atom:updated', {}, changed.toISOString()),
    ...creators.map((name) => element('dc:creator', {}, name)),
    element('dc:language', {}, story.language),
    element('category', { domain: absolute(siteUrl, story.section.path) }, story.section.name),
    ...story.topics.map(({ name, path }) =>
      element('category', { domain: absolute(siteUrl, path) }, name),
    ),
    // A description is HTML inside XML: its text is escaped once for each.
    story.standfirst ? element('description', {}, escapeText(story.standfirst)) : null,
    element('content:encoded', {}, storyHtml(story, siteUrl, site.timeZone)),
    story.picture && pictured(story.picture, siteUrl),
  );
}

function pictured(picture: PictureUse, siteUrl: string): Markup {
  const file = {
    url: absolute(siteUrl, sharedPath(picture)),
    medium: 'image',
    type: 'image/jpeg',
    ...sharedSize(picture),
  };
  const { alt, caption, credit } = picture;
  return element(
    'media:content',
    file,
    joined(
      caption ? element('media:description', { type: 'plain' }, caption) : null,
      alt ? element('media:text', { type: 'plain' }, alt) : null,
      credit ? element('media:credit', { role: 'photographer' }, credit) : null,
    ),
  );
}
