import { live } from '#db/schema/readers.ts';
import type { Card, Kind } from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';

/** The columns that a card is made of. */
export const cardColumns = {
  id: live.storyId,
  group: live.translationGroupId,
  path: live.path,
  kind: live.kind,
  language: live.language,
  kicker: live.kicker,
  headline: live.headline,
  standfirst: live.standfirst,
  byline: live.byline,
  picture: live.picture,
  publishedAt: live.firstPublishedAt,
  updatedAt: live.updatedAt,
};

type CardRow = Omit<Card, 'kind'> & { kind: string };

/** A picture whose time is over is gone at that moment, whenever its row is made anew. */
export function toCard(row: CardRow): Card {
  const { picture } = row;
  const over = picture?.until !== undefined && picture.until <= now().getTime();
  return { ...row, kind: row.kind as Kind, picture: over ? null : picture };
}

/** Cards on one numbered page of a list. */
export const PAGE_SIZE = 24;

export function pageCount(total: number): number {
  return Math.max(1, Math.ceil(total / PAGE_SIZE));
}
