import { Painting, WIDTH } from '#scripts/drawing/paint.ts';

const QUAY = 880;
const BOXES = [
  '#8c3f33',
  '#b5653c',
  '#3f5b6b',
  '#5e7480',
  '#6d7a52',
  '#a98f5e',
  '#c2b7a3',
] as const;

/** Gantry cranes at dusk over a ship, and their lights in the water. */
export function harbourCranes(): Painting {
  const at = new Painting(23);
  at.fill(at.fade(['#39506b', '#6f7f92', '#b9a08d', '#e9b582', '#f3cf9a']));
  at.glow(420, 760, 760, '#ffd9a0', 0.85);
  at.oval(420, 735, 58, 58, '#fff0c8', { blur: 4 });
  at.strokes([0, 120, WIDTH, 380], ['#e7a987', '#f0c9a0', '#55677d'], 70, {
    length: 620,
    width: 16,
    opacity: 0.3,
  });
  at.ridge(780, 110, 0.4, at.fade(['#7b7f8c', '#a39890'], [0, 0], [0, 0.3]));
  at.ridge(820, 40, 0.4, '#5c6673');
  at.rect(0, QUAY - 30, WIDTH, 400, at.fade(['#d2a47a', '#83818a', '#3f5266', '#2b3b4e']));
  at.strokes([0, QUAY, WIDTH, 320], ['#f4cf9d', '#51647a', '#2c3b4d'], 260, {
    length: 210,
    width: 5,
    opacity: 0.45,
  });
  at.strokes([320, QUAY, 190, 300], ['#ffe5b3', '#fbd08d'], 90, {
    length: 90,
    width: 6,
    opacity: 0.8,
  });
  crane(at, 980, 0.62, '#4d586a');
  ship(at);
  crane(at, 1180, 0.95, '#37414f');
  crane(at, 1560, 1.08, '#2b333f');
  quay(at);
  for (const [x, y] of [
    [150, 260],
    [205, 244],
    [262, 275],
    [700, 180],
    [748, 196],
  ] as const) {
    at.path(`M${x} ${y} q14 -16 26 0 q12 -16 26 -2 q-14 -8 -26 8 q-12 -14 -26 -6Z`, '#3b4658');
  }
  return at;
}

function crane(at: Painting, x: number, scale: number, colour: string): void {
  const s = (value: number) => value * scale;
  const base = QUAY + 20;
  const beam = base - s(470);
  const legs = [x - s(80), x + s(80)];
  for (const leg of legs) at.rect(leg - s(9), beam, s(18), s(480), colour);
  at.line(
    [
      [x - s(80), beam + s(330)],
      [x + s(80), beam + s(330)],
    ],
    colour,
    s(14),
  );
  at.line(
    [
      [x - s(80), beam + s(200)],
      [x + s(80), beam + s(330)],
    ],
    colour,
    s(7),
  );
  at.line(
    [
      [x + s(80), beam + s(10)],
      [x - s(80), beam + s(200)],
    ],
    colour,
    s(7),
  );
  at.rect(x - s(470), beam - s(22), s(680), s(26), colour);
  at.line(
    [
      [x - s(40), beam - s(20)],
      [x, beam - s(210)],
      [x + s(80), beam - s(20)],
    ],
    colour,
    s(12),
  );
  at.line(
    [
      [x, beam - s(205)],
      [x - s(440), beam - s(24)],
    ],
    colour,
    s(5),
  );
  at.line(
    [
      [x, beam - s(205)],
      [x - s(240), beam - s(24)],
    ],
    colour,
    s(4),
  );
  at.line(
    [
      [x, beam - s(205)],
      [x + s(190), beam - s(24)],
    ],
    colour,
    s(5),
  );
  for (let n = 0; n < 16; n += 1) {
    const from = x - s(460) + n * s(40);
    at.line(
      [
        [from, beam],
        [from + s(20), beam - s(20)],
        [from + s(40), beam],
      ],
      '#1f2630',
      s(3),
      {
        opacity: 0.5,
      },
    );
  }
  at.rect(x + s(110), beam - s(70), s(90), s(50), colour);
  at.rect(x - s(300), beam + s(4), s(46), s(20), '#20262f');
  at.line(
    [
      [x - s(290), beam + s(20)],
      [x - s(290), beam + s(190)],
    ],
    '#20262f',
    s(3),
  );
  at.line(
    [
      [x - s(262), beam + s(20)],
      [x - s(262), beam + s(190)],
    ],
    '#20262f',
    s(3),
  );
  at.rect(x - s(330), beam + s(190), s(110), s(42), at.pick(['#b5653c', '#8c3f33']));
  for (const lamp of [-430, -160, 140]) at.glow(x + s(lamp), beam + s(8), s(46), '#ffe8b8', 0.95);
}

function ship(at: Painting): void {
  at.path(
    `M470 ${QUAY - 60} L1330 ${QUAY - 60} L1330 ${QUAY + 52} L560 ${QUAY + 52} C520 ${QUAY + 30} 490 ${QUAY - 10} 470 ${QUAY - 60}Z`,
    at.fade(['#3a3f4b', '#252b36']),
  );
  at.rect(540, QUAY + 38, 790, 16, '#7a372c');
  for (let column = 0; column < 12; column += 1) {
    const rows = 2 + Math.floor(at.random() * 4);
    for (let row = 0; row < rows; row += 1) {
      at.rect(560 + column * 56, QUAY - 92 - row * 31, 53, 29, at.pick(BOXES));
      at.rect(560 + column * 56, QUAY - 68 - row * 31, 53, 5, '#20242c', { opacity: 0.35 });
    }
  }
  at.rect(1244, QUAY - 250, 72, 190, '#c9bfae');
  at.rect(1230, QUAY - 268, 100, 26, '#ded5c3');
  for (let row = 0; row < 4; row += 1) {
    for (let n = 0; n < 3; n += 1) at.rect(1254 + n * 20, QUAY - 228 + row * 38, 12, 12, '#ffdf9a');
  }
}

function quay(at: Painting): void {
  at.shape(
    [
      [1010, QUAY + 18],
      [WIDTH + 20, QUAY + 12],
      [WIDTH + 20, 1220],
      [1330, 1220],
    ],
    at.fade(['#4e5157', '#2c3038']),
  );
  at.shape(
    [
      [1010, QUAY + 18],
      [1330, 1220],
      [1290, 1220],
      [985, QUAY + 18],
    ],
    '#1e232b',
  );
  at.strokes([1250, 930, 560, 260], ['#767673', '#23272e', '#a08a70'], 90, {
    length: 160,
    width: 4,
    opacity: 0.35,
    slope: -0.05,
  });
  for (const [x, y, n] of [
    [1480, 985, 3],
    [1620, 1010, 4],
    [1700, 1090, 2],
  ] as const) {
    for (let row = 0; row < n; row += 1) {
      at.rect(x, y - row * 50, 150, 47, at.pick(BOXES));
      for (let rib = 0; rib < 12; rib += 1)
        at.rect(x + 6 + rib * 12, y + 4 - row * 50, 3, 40, '#1d2128', { opacity: 0.25 });
    }
  }
  at.figure(1300, 1075, 92, '#c9742c', { legs: '#22262e' });
  at.figure(1345, 1082, 88, '#3d4c59', { legs: '#22262e' });
}
