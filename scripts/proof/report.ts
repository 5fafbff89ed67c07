import type { Proof } from '#scripts/proof/prove.ts';

const number = new Intl.NumberFormat('en');

/** The proof in lines for people: what was compared, what was left out, and every difference. */
export function reportOf(proof: Proof): string[] {
  const { compared, routes, left, differences, held, digest, people, provedOn } = proof;
  const widest = Math.max(...Object.keys(compared).map((kind) => kind.length));
  const asked = routes.reduce((sum, route) => sum + route.asked, 0);
  return [
    `Compared two sites that are alike but for addresses and networks (${
      provedOn === 'copy' ? `a copy of this one, ${number.format(people)} people` : 'made up for it'
    }):`,
    '',
    ...Object.entries(compared).map(
      ([kind, times]) => `  ${kind.padEnd(widest)}  ${number.format(times).padStart(7)}`,
    ),
    '',
    `${routes.length - left.length} of ${routes.length} files of the application answered, ${number.format(asked)} times.`,
    ...left.map((file) => `  not visited: app/${file}`),
    '',
    ...differences.flatMap(({ what, where, one, other }) => [
      `DIFFERENT: ${what}, ${where}`,
      `  one:   ${one}`,
      `  other: ${other}`,
    ]),
    held
      ? `Nothing told them apart in ${number.format(proof.observations)} comparisons.`
      : `NOT PROVED: ${differences.length} differences, ${left.length} files left out.`,
    `Digest of everything that was seen: ${digest}`,
  ];
}
