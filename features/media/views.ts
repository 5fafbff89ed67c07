import type { CardPicture } from '#db/schema/readers.ts';
import type { Notes } from '#features/media/notes.ts';

/** What leaves the server of a picture. Its original, with all that a camera writes into it, does not. */
export type PictureView = {
  id: string;
  /** Stands in the addresses of its files: another one whenever they change. */
  version: number;
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
  creator: string;
  copyright: string;
  placeholder: string;
  focalX: number;
  focalY: number;
  /** True if one can see through it, so that nothing may stand behind it. */
  alpha: boolean;
  moves: boolean;
  /** True for an SVG, which is as sharp at every width. */
  drawing: boolean;
  /** From this moment on nobody may be shown it. */
  until: Date | null;
  /** What a secret preview asks for its files with. */
  token?: string;
};

/** What a card keeps of a picture until it is published anew. */
export function cardOf(picture: PictureView, alt: string): CardPicture {
  const { id, version, width, height, placeholder, alpha, until } = picture;
  return {
    id,
    width,
    height,
    placeholder,
    alt: alt || picture.alt,
    ...(version > 0 ? { version } : {}),
    ...(alpha ? { alpha } : {}),
    ...(until ? { until: until.getTime() } : {}),
  };
}

/** A picture that looks like another. */
export type Likeness = {
  id: string;
  alt: string;
  caption: string;
  version: number;
  /** True if it is the very same file. */
  same: boolean;
};

export type LibraryPicture = PictureView & {
  name: string;
  createdAt: Date;
  byteLength: number;
  ended: boolean;
  likenesses: Likeness[];
};

export type LibraryPage = {
  pictures: LibraryPicture[];
  page: number;
  pages: number;
  total: number;
};

/** Everything that the desk knows of one picture. */
export type PictureDetails = LibraryPicture &
  Notes & { type: string; instructions: string; rightsUntil: Date | null; mayChange: boolean };

/** What a browser that sent a picture is told. */
export type Uploaded = { ok: true; picture: PictureDetails } | { ok: false; why: string };
