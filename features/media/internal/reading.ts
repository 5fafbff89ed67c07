import ExifReader, { type ExpandedTags } from 'exifreader';
import type { Metadata } from 'sharp';
import { isMoment, NO_NOTES, type Notes, notesShape } from '#features/media/notes.ts';
import { textOf } from '#lib/text.ts';

/** What a file says of itself when it comes in. */
export type Found = Notes & {
  /** To the desk: what the agency allows and forbids. */
  instructions: string;
  /** The latest moment at which whoever sent it wants it to be used. */
  until: Date | null;
};

/** What cameras and programs write where a caption belongs. */
const NOISE =
  /^(?:(?:OLYMPUS|KONICA MINOLTA|SAMSUNG|KODAK|CASIO|MINOLTA|NIKON|SONY|PENTAX)\b.*|SONY DSC|DCIM|DIGITAL CAMERA|DCF 1\.0|default|untitled|screenshot|image description)$/i;

/**
 * Reads IPTC's fields: from XMP, else from the older IIM, else what Exif has of them. What cannot be
 * read is left out: a picture is not refused for its notes.
 */
export function readNotes(bytes: Uint8Array, metadata: Metadata): Found {
  const tags = parse(Buffer.from(bytes)) ?? {};
  const xmp = tags.xmp ?? (metadata.xmp ? parse(asJpeg(metadata.xmp))?.xmp : undefined) ?? {};
  const iim = tags.iptc ?? {};
  const exif = tags.exif ?? {};
  const first = (...texts: string[]) => texts.find((text) => text.trim() !== '') ?? '';
  const old = (name: string) => textIn((iim as Fields)[name]);
  const camera = (name: string) => textIn((exif as Fields)[name]);
  const modern = (name: string) => textIn((xmp as Fields)[name]);
  const shown = camera('ImageDescription');
  const found: Record<keyof Notes, string> = {
    alt: modern('AltTextAccessibility'),
    caption: first(modern('description'), old('Caption/Abstract'), NOISE.test(shown) ? '' : shown),
    credit: first(modern('Credit'), old('Credit')),
    creator: first(modern('creator'), old('By-line'), camera('Artist')),
    copyright: first(modern('rights'), old('Copyright Notice'), camera('Copyright')),
    spot: first(modern('Location'), old('Sub-location')),
    city: first(modern('City'), old('City')),
    region: first(modern('State'), old('Province/State')),
    country: first(modern('Country'), old('Country/Primary Location Name')),
    taken:
      [
        moment(modern('DateCreated')),
        moment(old('Date Created'), old('Time Created')),
        moment(camera('DateTimeOriginal'), '', camera('OffsetTimeOriginal')),
      ].find(Boolean) ?? '',
    digitalSource: modern('DigitalSourceType'),
    usageTerms: modern('UsageTerms'),
  };
  return {
    ...cleaned(found),
    instructions: clipped(first(modern('Instructions'), old('Special Instructions')), 2_000),
    until: lastMoment(
      first(
        moment(old('Expiration Date'), old('Expiration Time')),
        moment(modern('ExpirationDate')),
        moment(modern('LicenseEndDate')),
      ),
    ),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function parse(bytes: Buffer): ExpandedTags | null {
  try {
    return ExifReader.load(bytes, { expanded: true });
  } catch {
    return null;
  }
}

const XMP_MARK = Buffer.from('http://ns.adobe.com/xap/1.0/\0');
const MOST_IN_SEGMENT = 65_533;

/** XMP as a JPEG has it: the one container whose XMP the reader always finds. */
function asJpeg(xmp: Buffer): Buffer {
  const length = XMP_MARK.length + xmp.length + 2;
  if (length > MOST_IN_SEGMENT) return Buffer.alloc(0);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 255]);
  return Buffer.concat([head, XMP_MARK, xmp, Buffer.from([0xff, 0xd9])]);
}

/** The text of a tag: of alternatives the default one, of a list all of it. */
function textIn(tag: unknown): string {
  if (Array.isArray(tag)) return tag.map(textIn).filter(Boolean).join(', ');
  if (typeof tag !== 'object' || tag === null) return typeof tag === 'string' ? tag : '';
  const { value, description } = tag as { value?: unknown; description?: unknown };
  if (Array.isArray(value) && value.some(isText)) {
    const fallback = value.find((one) => languageOf(one) === 'x-default');
    const chosen = languageOf(value[0]) === null ? value : [fallback ?? value[0]];
    return chosen.map(textIn).filter(Boolean).join(', ');
  }
  const told = typeof description === 'string' ? description : value;
  return typeof told === 'string' ? told : '';
}

function isText(one: unknown): boolean {
  return typeof one === 'object' && one !== null && 'value' in one && typeof one.value === 'string';
}

function languageOf(one: unknown): string | null {
  const { attributes } = (one ?? {}) as { attributes?: { lang?: unknown } };
  return typeof attributes?.lang === 'string' ? attributes.lang : null;
}

/** One spelling for those of XMP (2017-01-23T09:30:00+06:00), IIM (20170123) and Exif (2017:01:23 09:30:00). */
function moment(text: string, time = '', zone = ''): string {
  const day = text.trim().replace(/^(\d{4})[:-]?(\d\d)[:-]?(\d\d)/, '$1-$2-$3');
  const clock = time.trim().replace(/^(\d\d):?(\d\d):?(\d\d)/, '$1:$2:$3');
  const whole = `${day}${clock && !/[T ]/.test(day) ? `T${clock}` : ''}${zone.trim()}`
    .replace(' ', 'T')
    .replace(/\.\d+/, '')
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  return isMoment(whole) ? whole : '';
}

function lastMoment(text: string): Date | null {
  if (text === '') return null;
  const whole = text.length === 10 ? `${text}T23:59:59Z` : text.replace(/(T[\d:]+)$/, '$1Z');
  const at = new Date(whole);
  return text.length < 10 || Number.isNaN(at.getTime()) ? null : at;
}

/** What is too long is cut, what cannot be stored is left out. */
function cleaned(found: Record<keyof Notes, string>): Notes {
  const notes: Notes = { ...NO_NOTES };
  for (const name of Object.keys(found) as (keyof Notes)[]) {
    const parsed = notesShape[name].safeParse(clipped(found[name], LONGEST[name] ?? 200));
    if (parsed.success) notes[name] = parsed.data;
  }
  return notes;
}

const LONGEST: Partial<Record<keyof Notes, number>> = {
  alt: 500,
  caption: 2_000,
  credit: 500,
  creator: 500,
  copyright: 500,
  usageTerms: 1_000,
};

function clipped(text: string, most: number): string {
  const bearable = text.toWellFormed().replaceAll('\u0000', '').trim();
  const cut = [...bearable].slice(0, most).join('');
  const parsed = textOf(most).safeParse(cut);
  return parsed.success ? parsed.data : '';
}
