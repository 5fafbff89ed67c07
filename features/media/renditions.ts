import { CROPS, type Crop, cropBox } from '#features/media/crops.ts';
import { mediaPath } from '#lib/paths.ts';

/** What is served of a picture is one of a closed list of files, however somebody spells its address. */
export type Cut = Crop | 'full' | 'still';
export type FileType = 'avif' | 'webp' | 'jpg' | 'svg';
export type Rendition = { cut: Cut; width: number; type: FileType };

type Picture = { width: number; height: number; frames: number; type: string };

/** For whatever wants a JPEG: other sites, feeds, mails, and browsers that know nothing better. */
export const SHARED_WIDTH = 1200;

const WIDTHS: Record<Cut, readonly number[]> = {
  full: [320, 640, 960, 1280, 1920],
  /** One that moves, for those who asked their system for less of that. */
  still: [320, 640, 1280],
  card: [320, 640, 960, 1280],
  square: [160, 320],
  classic: [],
  wide: [],
  share: [],
};

/** The widths that a cut of a picture so wide can be had in; one narrower than all keeps its own. */
export function widthsOf(ownWidth: number, cut: Cut = 'full'): number[] {
  const widths = WIDTHS[cut].filter((width) => width <= ownWidth);
  return widths.length > 0 || WIDTHS[cut].length === 0 ? widths : [Math.floor(ownWidth)];
}

/** How large a cut of a picture is, before it is made smaller. */
export function cutSize(
  picture: { width: number; height: number },
  cut: Cut,
): { width: number; height: number } {
  if (cut === 'full' || cut === 'still') return { width: picture.width, height: picture.height };
  const { width, height } = cropBox({ ...picture, focalX: 0.5, focalY: 0.5 }, CROPS[cut]);
  return { width, height };
}

/** The size of the JPEG of a cut: never wider than the original. */
export function sharedSize(
  picture: { width: number; height: number },
  cut: Cut = 'full',
): { width: number; height: number } {
  const own = cutSize(picture, cut);
  const width = Math.min(SHARED_WIDTH, Math.round(own.width));
  return { width, height: Math.round((own.height * width) / own.width) };
}

/** Every file that there can be of a picture: a few dozen at most. */
export function renditionsOf(picture: Picture): Rendition[] {
  const moves = picture.frames > 1;
  const drawing = picture.type === 'image/svg+xml';
  const cuts = (Object.keys(WIDTHS) as Cut[]).filter((cut) => cut !== 'still' || moves);
  const files = cuts.flatMap((cut): Rendition[] => {
    // AVIF that moves is not made: WebP is understood everywhere and made in a tenth of the time.
    const types: FileType[] =
      cut === 'still' || (cut === 'full' && moves) ? ['webp'] : ['avif', 'webp'];
    const made = widthsOf(cutSize(picture, cut).width, cut).flatMap((width) =>
      types.map((type) => ({ cut, width, type })),
    );
    return cut === 'still' || cut === 'card'
      ? made
      : [...made, { cut, width: SHARED_WIDTH, type: 'jpg' }];
  });
  return drawing ? [...files, { cut: 'full', width: 0, type: 'svg' }] : files;
}

/** The last part of a file's address, and of its key in the storage. */
export function fileName({ cut, width, type }: Rendition, version: number): string {
  const size = type === 'svg' ? 'drawing' : `${cut === 'full' ? '' : `${cut}-`}${width}`;
  return `${size}${version > 0 ? `.${version}` : ''}.${type}`;
}

type Named = { id: string; version?: number | undefined; token?: string | undefined };

export function filePath(picture: Named, rendition: Rendition): string {
  return mediaPath(picture.id, fileName(rendition, picture.version ?? 0), picture.token);
}

/** The JPEG of a picture, or of a cut of it. */
export function sharedPath(picture: Named, cut: Cut = 'full'): string {
  return filePath(picture, { cut, width: SHARED_WIDTH, type: 'jpg' });
}

const FILE = /^(?:(?:([a-z]{4,8})-)?(\d{1,4})|drawing)(?:\.([1-9]\d{0,8}))?\.(avif|webp|jpg|svg)$/;

/** What a file's name asks for; null if it is none of the list of any picture. */
export function readFileName(file: string): (Rendition & { version: number }) | null {
  const match = FILE.exec(file);
  if (!match) return null;
  const [, cut = 'full', width, version = '0', type] = match;
  if (!(cut in WIDTHS) || (type === 'svg') !== (width === undefined)) return null;
  return {
    cut: cut as Cut,
    width: Number(width ?? 0),
    version: Number(version),
    type: type as FileType,
  };
}

export function isRenditionOf(picture: Picture, wanted: Rendition): boolean {
  return renditionsOf(picture).some(
    (one) => one.cut === wanted.cut && one.width === wanted.width && one.type === wanted.type,
  );
}
