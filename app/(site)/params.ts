import { notFound } from 'next/navigation';

/** A part of an address as it is stored; ends the request if it is not one that could be there. */
export function plain(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize('NFC');
  } catch {
    notFound();
  }
}

/** The number of a page of a list. */
export function pageNumber(segment: string): number {
  if (!/^[1-9]\d{0,6}$/.test(segment)) notFound();
  return Number(segment);
}
