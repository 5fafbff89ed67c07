/** What a click shows in the page: a video, somebody's post, or a map. */
export type EmbedShape = 'video' | 'post' | 'map';

export type Provider = 'youtube' | 'vimeo' | 'x' | 'bluesky' | 'mastodon' | 'map';

/** Something on another site, known by its provider and its id there. */
export type KnownEmbed = {
  provider: Provider;
  /** The provider as readers know it: for Mastodon the server, since there are many. */
  name: string;
  shape: EmbedShape;
  id: string;
  /** The page of it, without what was in the address only to follow people. */
  url: string;
  /** What a reader's browser loads once the reader has asked for it, and never before. */
  frame: string;
};

type Read = (address: URL) => KnownEmbed | null;

/** Who is behind an address that somebody pasted, or null if it can only be a link. */
export function embedOf(address: string): KnownEmbed | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.port || url.username || url.password) return null;
  for (const read of [youTube, vimeo, x, bluesky, map, mastodon]) {
    const known = read(url);
    if (known) return known;
  }
  return null;
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^(www|m|mobile)\./, '');
}

const youTube: Read = (address) => {
  const host = hostOf(address);
  const { pathname, searchParams } = address;
  const isLong = host === 'youtube.com' || host === 'youtube-nocookie.com';
  if (!isLong && host !== 'youtu.be') return null;
  const inPath = /^\/(?:(?:shorts|live|embed|v)\/)?([\w-]{11})(?:\/|$)/.exec(pathname)?.[1];
  const id = pathname === '/watch' ? searchParams.get('v') : inPath;
  if (!id || !/^[\w-]{11}$/.test(id)) return null;
  const start = seconds(searchParams.get('t') ?? searchParams.get('start'));
  return {
    provider: 'youtube',
    name: 'YouTube',
    shape: 'video',
    id,
    url: `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}` : ''}`,
    frame: `https://www.youtube-nocookie.com/embed/${id}${start ? `?start=${start}` : ''}`,
  };
};

/** "90", "90s" or "1m30s". */
function seconds(text: string | null): number {
  const match = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/.exec(text ?? '');
  const [hours = 0, minutes = 0, rest = 0] = (match ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  return hours * 3600 + minutes * 60 + rest;
}

const vimeo: Read = (address) => {
  const host = hostOf(address);
  if (host !== 'vimeo.com' && host !== 'player.vimeo.com') return null;
  const match =
    /^\/(?:(?:video|channels\/[\w-]+|groups\/[\w-]+\/videos)\/)?(\d{5,12})(?:\/([0-9a-f]{6,20}))?\/?$/.exec(
      address.pathname,
    );
  if (!match) return null;
  const [, id = '', inPath] = match;
  const given = address.searchParams.get('h') ?? '';
  // Videos that are not listed are opened by a second word, which belongs to the id.
  const key = inPath ?? (/^[0-9a-f]{6,20}$/.test(given) ? given : undefined);
  return {
    provider: 'vimeo',
    name: 'Vimeo',
    shape: 'video',
    id: key ? `${id}/${key}` : id,
    url: `https://vimeo.com/${key ? `${id}/${key}` : id}`,
    frame: `https://player.vimeo.com/video/${id}?dnt=1${key ? `&h=${key}` : ''}`,
  };
};

const x: Read = (address) => {
  const host = hostOf(address);
  if (host !== 'x.com' && host !== 'twitter.com') return null;
  const match = /^\/(\w{1,20}|i\/web)\/status(?:es)?\/(\d{1,20})(?:\/|$)/.exec(address.pathname);
  if (!match) return null;
  const [, who = '', id = ''] = match;
  return {
    provider: 'x',
    name: 'X',
    shape: 'post',
    id,
    url: `https://x.com/${who}/status/${id}`,
    frame: `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${id}`,
  };
};

const bluesky: Read = (address) => {
  if (hostOf(address) !== 'bsky.app') return null;
  const match = /^\/profile\/([a-z0-9:.-]{3,80})\/post\/([a-z0-9]{5,20})\/?$/i.exec(
    address.pathname,
  );
  if (!match) return null;
  const [, who = '', post = ''] = match;
  return {
    provider: 'bluesky',
    name: 'Bluesky',
    shape: 'post',
    id: `${who}/${post}`,
    url: `https://bsky.app/profile/${who}/post/${post}`,
    frame: `https://embed.bsky.app/embed/${who}/app.bsky.feed.post/${post}`,
  };
};

/** Mastodon is anywhere: it is known by the form of its addresses. */
const mastodon: Read = (address) => {
  const { hostname, pathname } = address;
  if (!/^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/i.test(hostname)) return null;
  const match =
    /^\/@(\w{1,60}(?:@[\w.-]{3,100})?)\/(\d{5,20})(?:\/embed)?\/?$/.exec(pathname) ??
    /^\/users\/(\w{1,60})\/statuses\/(\d{5,20})\/?$/.exec(pathname);
  if (!match) return null;
  const [, who = '', id = ''] = match;
  const url = `https://${hostname}/@${who}/${id}`;
  return {
    provider: 'mastodon',
    name: hostname,
    shape: 'post',
    id: `${hostname}/@${who}/${id}`,
    url,
    frame: `${url}/embed`,
  };
};

type Place = { lat: number; lon: number; zoom: number; marked: boolean };

const map: Read = (address) => {
  if (hostOf(address) !== 'openstreetmap.org') return null;
  const place = placeIn(address);
  if (!place) return null;
  const { lat, lon, zoom, marked } = place;
  const at = `${zoom}/${lat}/${lon}`;
  const pin = marked ? `?mlat=${lat}&mlon=${lon}` : '';
  return {
    provider: 'map',
    name: 'OpenStreetMap',
    shape: 'map',
    id: at,
    url: `https://www.openstreetmap.org/${pin}#map=${at}`,
    frame: `https://www.openstreetmap.org/export/embed.html?bbox=${around(place)}&layer=mapnik${marked ? `&marker=${lat},${lon}` : ''}`,
  };
};

function placeIn({ hash, searchParams }: URL): Place | null {
  const [, shownZoom, shownLat, shownLon] =
    /\bmap=(\d{1,2})(?:\.\d+)?\/(-?[\d.]{1,12})\/(-?[\d.]{1,12})/.exec(hash) ?? [];
  const [markLat, markLon] = [searchParams.get('mlat'), searchParams.get('mlon')];
  const [lat, lon] = [markLat ?? shownLat, markLon ?? shownLon].map(Number);
  const zoom = Math.min(19, Number(shownZoom ?? searchParams.get('zoom') ?? 14));
  if (lat === undefined || lon === undefined || !Number.isInteger(zoom)) return null;
  if (!(Math.abs(lat) <= 85 && Math.abs(lon) <= 180)) return null;
  return { lat: rounded(lat), lon: rounded(lon), zoom, marked: markLat !== null };
}

/** The part of the world that stands around a place in a frame of 592 by 444 pixels. */
function around({ lat, lon, zoom }: Place): string {
  const wide = Math.min(180, (360 * (592 / 256)) / 2 ** zoom / 2);
  const high = wide * (444 / 592) * Math.cos((lat * Math.PI) / 180);
  const edges = [
    Math.max(-180, lon - wide),
    Math.max(-85, lat - high),
    Math.min(180, lon + wide),
    Math.min(85, lat + high),
  ];
  return edges.map(rounded).join(',');
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(5));
}
