/** What leaves the server of a picture. Its original, with all that a camera writes into it, does not. */
export type PictureView = {
  id: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
  placeholder: string;
  focalX: number;
  focalY: number;
  /** The widths that it can be had in, smallest first. */
  widths: number[];
};

export type LibraryPicture = PictureView & { createdAt: Date; byteLength: number };

export type LibraryPage = { pictures: LibraryPicture[]; page: number; pages: number };

/** What a browser that sent a picture is told. */
export type Uploaded = { ok: true; picture: PictureView } | { ok: false; why: string };

/** The widths that a page may ask for. */
const RENDITION_WIDTHS = [320, 640, 960, 1280, 1920] as const;

/** For cards of other sites, which want a JPEG of about this width (https://ogp.me). */
export const SHARED_WIDTH = 1200;

/** Never wider than the original; one narrower than all of them keeps its own width. */
export function widthsOf(originalWidth: number): number[] {
  const widths = RENDITION_WIDTHS.filter((width) => width <= originalWidth);
  return widths.length > 0 ? widths : [originalWidth];
}

/** The size of that JPEG: never wider than the original. */
export function sharedSize(picture: { width: number; height: number }): {
  width: number;
  height: number;
} {
  const width = Math.min(SHARED_WIDTH, picture.width);
  return { width, height: Math.round((picture.height * width) / picture.width) };
}
