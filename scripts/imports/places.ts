/** Where a file stands in the house: see docs/architecture.md. */
export type Place = {
  path: string;
  /** The folder it is in at the top, or `root`. */
  layer: Layer;
  /** The feature it belongs to. */
  noun: string | undefined;
  /** In a feature, what it is by its name: `queries`, `commands`, …, `internal`, `components`. */
  part: string;
  test: boolean;
};

export const LAYERS = [
  'app',
  'features',
  'components',
  'db',
  'lib',
  'server',
  'scripts',
  'bench',
  'tests',
  'e2e',
] as const;

export type Layer = (typeof LAYERS)[number] | 'root';

/** A feature may import those of the rows above its own, never one beside or below it. */
const ORDER = [
  ['paths', 'site'],
  ['people'],
  ['holds', 'proof'],
  ['sections', 'media'],
  ['settings'],
  ['stories'],
  ['feeds', 'uses'],
  ['addresses', 'spam'],
  ['screening'],
  ['comments'],
  ['letters'],
  ['moderation'],
  ['search'],
  ['audit'],
  ['fronts'],
  ['planning'],
  ['law'],
  ['sample'],
];

export function placeOf(path: string): Place {
  const [top = '', second, third = ''] = path.split('/');
  const layer = LAYERS.find((name) => name === top && second !== undefined) ?? 'root';
  const inFeature = layer === 'features' && third !== '';
  return {
    path,
    layer,
    noun: inFeature ? second : undefined,
    part: inFeature ? third.replace(/\..*$/, '') : '',
    test: layer === 'tests' || layer === 'e2e' || /\.test\.tsx?$/.test(path),
  };
}

export function rankOf(noun: string): number {
  return ORDER.findIndex((row) => row.includes(noun));
}

/** The file that a specifier means, from the top of the project, or undefined for a package. */
export function resolve(specifier: string, from: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1).replace(/\?.*$/, '');
  if (!specifier.startsWith('.')) return undefined;
  const { pathname } = new URL(specifier, `file:///${from}`);
  return decodeURIComponent(pathname.slice(1));
}
