import { eq } from 'drizzle-orm';
import { pictures } from '#db/schema/site.ts';
import type { Reader } from '#db/store.ts';
import type { PictureView } from '#features/media/views.ts';

export type PictureRow = typeof pictures.$inferSelect;

export async function pictureRow(from: Reader, id: string): Promise<PictureRow | null> {
  const [row] = await from.select().from(pictures).where(eq(pictures.id, id));
  return row ?? null;
}

/** The columns of what may leave. */
export const viewColumns = {
  id: pictures.id,
  type: pictures.type,
  version: pictures.version,
  width: pictures.width,
  height: pictures.height,
  frames: pictures.frames,
  alpha: pictures.alpha,
  alt: pictures.alt,
  caption: pictures.caption,
  credit: pictures.credit,
  creator: pictures.creator,
  copyright: pictures.copyright,
  placeholder: pictures.placeholder,
  focalX: pictures.focalX,
  focalY: pictures.focalY,
  rightsUntil: pictures.rightsUntil,
  redactedAt: pictures.redactedAt,
};

type ViewRow = Pick<PictureRow, keyof typeof viewColumns>;

export function toView(row: ViewRow): PictureView {
  return {
    id: row.id,
    version: row.version,
    width: row.width,
    height: row.height,
    alt: row.alt,
    caption: row.caption,
    credit: row.credit,
    creator: row.creator,
    copyright: row.copyright,
    placeholder: row.placeholder,
    focalX: row.focalX,
    focalY: row.focalY,
    alpha: row.alpha,
    moves: row.frames > 1,
    drawing: row.type === 'image/svg+xml',
    until: row.rightsUntil,
  };
}

/** True if readers may not see it at that moment: its rights have ended, or the law took it out. */
export function isGone(row: Pick<PictureRow, 'rightsUntil' | 'redactedAt'>, at: Date): boolean {
  return row.redactedAt !== null || (row.rightsUntil !== null && row.rightsUntil <= at);
}
