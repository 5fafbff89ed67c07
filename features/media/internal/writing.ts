import type { Notes } from '#features/media/notes.ts';
import { element, type Markup } from '#lib/html.ts';

const NAMESPACES = {
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:photoshop': 'http://ns.adobe.com/photoshop/1.0/',
  'xmlns:xmpRights': 'http://ns.adobe.com/xap/1.0/rights/',
  'xmlns:Iptc4xmpCore': 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  'xmlns:Iptc4xmpExt': 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
};

/** The notes as XMP, which every kind of file bears; null if there are none. */
export function xmpOf(notes: Notes): string | null {
  const plain = (name: string, text: string) => (text ? element(name, {}, text) : null);
  const inList = (name: string, kind: 'Alt' | 'Seq', text: string) => {
    if (!text) return null;
    const language = kind === 'Alt' ? { 'xml:lang': 'x-default' } : {};
    return element(name, {}, element(`rdf:${kind}`, {}, element('rdf:li', language, text)));
  };
  const said = [
    inList('dc:creator', 'Seq', notes.creator),
    inList('dc:description', 'Alt', notes.caption),
    inList('dc:rights', 'Alt', notes.copyright),
    plain('photoshop:Credit', notes.credit),
    plain('photoshop:City', notes.city),
    plain('photoshop:State', notes.region),
    plain('photoshop:Country', notes.country),
    plain('photoshop:DateCreated', notes.taken),
    inList('xmpRights:UsageTerms', 'Alt', notes.usageTerms),
    plain('Iptc4xmpCore:Location', notes.spot),
    inList('Iptc4xmpCore:AltTextAccessibility', 'Alt', notes.alt),
    plain('Iptc4xmpExt:DigitalSourceType', notes.digitalSource),
  ].filter((one): one is Markup => one !== null);
  if (said.length === 0) return null;
  const { markup } = element(
    'x:xmpmeta',
    { 'xmlns:x': 'adobe:ns:meta/' },
    element(
      'rdf:RDF',
      { 'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' },
      element('rdf:Description', { 'rdf:about': '', ...NAMESPACES }, ...said),
    ),
  );
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>${markup}<?xpacket end="r"?>`;
}

/** The same in a JPEG's older form (IIM), which picture desks and agencies still read first. */
export function withIim(jpeg: Buffer, notes: Notes): Buffer {
  const [day = '', clock = ''] = notes.taken.split('T');
  const time = /^(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?$/.exec(clock);
  const zone = time?.[4] === 'Z' ? '+00:00' : time?.[4];
  const fields: readonly (readonly [dataset: number, text: string, most: number])[] = [
    [55, day.length === 10 ? day.replaceAll('-', '') : '', 8],
    [60, time && zone ? `${time[1]}${time[2]}${time[3] ?? '00'}${zone.replace(':', '')}` : '', 11],
    [80, notes.creator, 32],
    [90, notes.city, 32],
    [92, notes.spot, 32],
    [95, notes.region, 32],
    [101, notes.country, 64],
    [110, notes.credit, 32],
    [116, notes.copyright, 128],
    [120, notes.caption, 2_000],
  ];
  const records = fields
    .filter(([, text]) => text !== '')
    .map(([dataset, text, most]) => record(2, dataset, cut(text, most)));
  if (records.length === 0) return jpeg;
  // Record 1, dataset 90: what follows is UTF-8.
  const iim = Buffer.concat([record(1, 90, Buffer.from([0x1b, 0x25, 0x47])), ...records]);
  const even = iim.length % 2 === 0 ? iim : Buffer.concat([iim, Buffer.alloc(1)]);
  const head = Buffer.alloc(12);
  head.write('8BIM', 0, 'latin1');
  head.writeUInt16BE(0x0404, 4);
  head.writeUInt32BE(iim.length, 8);
  const payload = Buffer.concat([Buffer.from('Photoshop 3.0\0'), head, even]);
  const length = payload.length + 2;
  const marker = Buffer.from([0xff, 0xed, length >> 8, length & 255]);
  const at = afterHeaders(jpeg);
  return Buffer.concat([jpeg.subarray(0, at), marker, payload, jpeg.subarray(at)]);
}

function record(number: number, dataset: number, data: Buffer): Buffer {
  const head = Buffer.from([0x1c, number, dataset, data.length >> 8, data.length & 255]);
  return Buffer.concat([head, data]);
}

/** As many whole characters as fit into so many bytes. */
function cut(text: string, most: number): Buffer {
  let end = 0;
  for (const character of text) {
    const next = end + Buffer.byteLength(character);
    if (next > most) break;
    end = next;
  }
  return Buffer.from(text).subarray(0, end);
}

/** Where a JPEG's first segments of applications end. */
function afterHeaders(jpeg: Buffer): number {
  let at = 2;
  while (jpeg[at] === 0xff && (jpeg[at + 1] ?? 0) >= 0xe0 && (jpeg[at + 1] ?? 0) <= 0xef) {
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return at;
}
