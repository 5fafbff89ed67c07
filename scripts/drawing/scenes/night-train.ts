import { Painting, type Point, WIDTH } from '#scripts/drawing/paint.ts';

/** A lit train crosses a valley under the moon. */
export function nightTrain(): Painting {
  const at = new Painting(41);
  at.fill(at.fade(['#0f1c33', '#1c3050', '#375374', '#6e88a0']));
  at.fine(() => {
    for (let n = 0; n < 260; n += 1) {
      const [x, y] = [at.between(0, WIDTH), at.between(0, 360)];
      if (Math.hypot(x - 1380, y - 210) < 130) continue;
      const size = at.between(0.8, 2.6);
      at.oval(x, y, size, size, '#f4f1e2', { opacity: at.between(0.25, 0.95) * (1 - y / 420) });
    }
  });
  at.glow(1380, 210, 430, '#cfdcea', 0.55);
  at.oval(1380, 210, 62, 62, '#f6f1de');
  at.oval(1364, 196, 14, 11, '#dcd6c2', { opacity: 0.6 });
  at.oval(1396, 226, 18, 12, '#dcd6c2', { opacity: 0.5 });
  for (const [x, y, w] of [
    [120, 430, 560],
    [1700, 380, 620],
    [760, 400, 540],
    [1130, 470, 420],
  ] as const) {
    alp(at, x, y, w, ['#9db4c9', '#56708f', '#3d5778']);
  }
  for (const [x, y, w] of [
    [420, 300, 700],
    [1420, 400, 560],
    [930, 520, 420],
    [20, 560, 420],
  ] as const) {
    alp(at, x, y, w, ['#dbe6ee', '#7790ab', '#304a6b']);
  }
  at.ridge(720, 90, 0.5, at.fade(['#2b4462', '#4a6683'], [0, 0], [0, 0.5]));
  forest(at, 750, 26, '#1a2d45');
  at.path(
    'M-20 790 C300 740 700 800 1000 770 C1300 745 1560 790 1830 760 L1830 1220 L-20 1220Z',
    at.fade(['#8ba3b9', '#b4c5d2', '#7d95ad', '#4d6681']),
  );
  village(at);
  embankment(at);
  train(at);
  forest(at, 1230, 120, '#0c1826');
  return at;
}

/** A mountain: rock, and snow that is lit on the side of the moon and ends in tongues. */
function alp(
  at: Painting,
  x: number,
  y: number,
  width: number,
  [lit, shade, rock]: readonly [string, string, string],
): void {
  const foot = 860;
  const left = flank(at, [x, y], [x - width * at.between(0.5, 0.7), foot]);
  const right = flank(at, [x, y], [x + width * at.between(0.5, 0.7), foot]);
  at.shape([...left, ...right.toReversed()], at.fade([rock, '#4d6987'], [0, 0.2], [0, 1]));
  const spine = flank(at, [x, y], [x + width * at.between(-0.06, 0.1), y + width * 0.5]);
  at.shape(
    [
      ...left.slice(0, 7),
      ...tongues(at, left[6], spine[7], width),
      ...spine.slice(0, 8).toReversed(),
    ],
    shade,
  );
  at.shape(
    [
      ...right.slice(0, 7),
      ...tongues(at, right[6], spine[7], width),
      ...spine.slice(0, 8).toReversed(),
    ],
    lit,
  );
}

function flank(at: Painting, from: Point, to: Point): Point[] {
  return Array.from({ length: 17 }, (_, n): Point => {
    const along = n / 16;
    const shaken = n === 0 ? 0 : at.between(-1, 1) * Math.abs(to[0] - from[0]) * 0.03;
    return [
      from[0] + (to[0] - from[0]) * along + shaken,
      from[1] + (to[1] - from[1]) * along ** 0.94,
    ];
  });
}

function tongues(
  at: Painting,
  from: Point | undefined,
  to: Point | undefined,
  size: number,
): Point[] {
  if (!from || !to) return [];
  return Array.from({ length: 9 }, (_, n): Point => {
    const along = (n + 0.5) / 9;
    const hang = n % 2 === 0 ? at.between(0, 0.06) : at.between(-0.14, -0.05);
    return [from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along + hang * size];
  });
}

function forest(at: Painting, y: number, size: number, colour: string): void {
  for (let x = -40; x < WIDTH + 40; x += size * at.between(0.35, 0.9)) {
    const h = size * at.between(1.1, 2.6);
    at.shape(
      [
        [x - h * 0.22, y + 20],
        [x - h * 0.1, y - h * 0.45],
        [x - h * 0.14, y - h * 0.45],
        [x, y - h],
        [x + h * 0.14, y - h * 0.45],
        [x + h * 0.1, y - h * 0.45],
        [x + h * 0.22, y + 20],
      ],
      colour,
    );
  }
}

function village(at: Painting): void {
  for (const [x, y, w] of [
    [190, 800, 46],
    [252, 812, 38],
    [300, 796, 52],
    [372, 814, 40],
    [1490, 806, 44],
    [1560, 798, 50],
  ] as const) {
    at.rect(x, y - w * 0.6, w, w * 0.6, '#33465c');
    at.shape(
      [
        [x - 6, y - w * 0.6],
        [x + w / 2, y - w * 1.15],
        [x + w + 6, y - w * 0.6],
      ],
      '#d6e0e8',
    );
    at.rect(x + w * 0.3, y - w * 0.42, 9, 11, '#ffd27d');
    at.glow(x + w * 0.35, y - w * 0.35, 40, '#ffcf80', 0.6);
  }
  at.rect(332, 700, 18, 90, '#2e4056');
  at.shape(
    [
      [326, 704],
      [341, 650],
      [356, 704],
    ],
    '#26374b',
  );
}

function embankment(at: Painting): void {
  at.path(
    'M-20 985 L1830 985 L1830 1080 C1300 1100 600 1100 -20 1075Z',
    at.fade(['#5f7890', '#3c556f']),
  );
  at.strokes([0, 1000, WIDTH, 200], ['#c8d6e0', '#6a849d', '#3c546e'], 200, {
    length: 220,
    width: 7,
    opacity: 0.4,
  });
  at.rect(0, 976, WIDTH, 9, '#1a2635');
  for (let x = 60; x < WIDTH; x += 300) {
    at.rect(x, 640, 7, 340, '#16212f');
    at.line(
      [
        [x, 668],
        [x + 60, 668],
      ],
      '#16212f',
      5,
    );
  }
  at.line(
    [
      [0, 672],
      [WIDTH, 672],
    ],
    '#16212f',
    3,
    { opacity: 0.7 },
  );
}

function train(at: Painting): void {
  for (const [n, x] of [-330, 130, 590, 1050].entries()) {
    const body = at.fade(['#3a4d74', '#22335a', '#16233f']);
    at.rect(x, 800, 448, 152, body);
    at.path(
      `M${x} 802 Q${x + 4} 778 ${x + 40} 776 L${x + 408} 776 Q${x + 444} 778 ${x + 448} 802Z`,
      '#6c7c94',
    );
    at.rect(x, 906, 448, 10, '#c79a4a');
    at.rect(x + 448, 828, 14, 120, '#0d1521');
    for (let w = 0; w < 9; w += 1) {
      const lit = at.random() < 0.72 || n === 2;
      const left = x + 26 + w * 46;
      at.rect(left, 824, 32, 46, lit ? at.pick(['#ffd88d', '#ffcb73', '#ffe3a8']) : '#0f1a2e');
      if (lit) at.glow(left + 16, 848, 70, '#ffce7a', 0.35);
      if (lit) at.rect(left - 8, 1004, 44, 50, '#ffd58a', { opacity: 0.3, blur: 9 });
    }
    for (const wheel of [54, 100, 340, 386]) at.oval(x + wheel, 962, 19, 19, '#0c131d');
  }
  at.path(
    'M1512 952 L1512 790 L1690 790 Q1752 800 1774 880 L1780 952Z',
    at.fade(['#7a3a34', '#57252a', '#3a181f']),
  );
  at.shape(
    [
      [1690, 806],
      [1722, 812],
      [1748, 866],
      [1690, 866],
    ],
    '#ffdf9c',
  );
  at.rect(1540, 820, 120, 22, '#3a181f');
  at.rect(1512, 906, 266, 10, '#c79a4a');
  for (const wheel of [1560, 1606, 1690, 1736]) at.oval(wheel, 962, 20, 20, '#0c131d');
  at.glow(1776, 918, 240, '#fff0c4', 0.85);
  at.shape(
    [
      [1776, 915],
      [1840, 890],
      [1840, 960],
    ],
    '#fff3cf',
    { opacity: 0.7 },
  );
}
