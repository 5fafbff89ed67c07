import { Painting, WIDTH } from '#scripts/drawing/paint.ts';

const WATER = 730;

/** Early morning on a lake between mountains; the jetty ends on dry ground. */
export function mountainLake(): Painting {
  const at = new Painting(11);
  at.fill(at.fade(['#8fa9bd', '#c3cdd0', '#eadfca', '#f2d3ae']));
  at.glow(1240, 470, 620, '#fff1d0', 0.9);
  at.oval(1240, 470, 44, 44, '#fff6dd', { blur: 3 });
  at.strokes([0, 90, WIDTH, 260], ['#f6e6d3', '#b9c6cd', '#ffffff'], 60, {
    length: 520,
    width: 15,
    opacity: 0.28,
  });
  at.ridge(500, 200, 0.55, at.fade(['#a3b3bd', '#c9c9c0'], [0, 0.3], [0, 0.7]));
  at.ridge(570, 220, 0.5, at.fade(['#7f97a6', '#a9b6b6'], [0, 0.3], [0, 0.7]));
  at.ridge(640, 170, 0.42, at.fade(['#5f7c8c', '#8da3a8'], [0, 0.2], [0, 0.6]));
  at.ridge(700, 90, 0.35, '#48626f');
  at.rect(0, WATER, WIDTH, 600, at.fade(['#b7bdb6', '#8ea6ac', '#58798a', '#3d5d70']));
  at.glow(1240, WATER + 20, 420, '#ffe9c0', 0.8, 0.5);
  at.strokes([0, WATER + 8, WIDTH, 330], ['#e9e2d0', '#6d8b98', '#f5e3c3'], 210, {
    length: 240,
    width: 4,
    opacity: 0.45,
  });
  at.strokes([1080, WATER + 6, 330, 300], ['#fff3d6', '#ffe2b0'], 70, {
    length: 120,
    width: 5,
    opacity: 0.75,
  });
  shore(at);
  boat(at, 1030, 905);
  return at;
}

function shore(at: Painting): void {
  at.path(
    'M-20 860 C260 850 420 905 640 960 C880 1020 1150 1120 1300 1220 L-20 1220Z',
    at.fade(['#b6a587', '#8d7c60', '#5f5442']),
  );
  at.path('M-20 930 C230 930 420 990 590 1050 C760 1110 900 1180 960 1220 L-20 1220Z', '#77694f', {
    opacity: 0.75,
  });
  at.strokes([0, 900, 420, 300], ['#cbbb98', '#5a4f3c', '#a39170'], 160, {
    length: 110,
    width: 4,
    opacity: 0.5,
    slope: 0.3,
  });
  for (let n = 0; n < 90; n += 1) {
    const x = at.between(0, 620);
    const y = at.between(900 + x * 0.18, 1200);
    at.oval(x, y, at.between(4, 16), at.between(3, 8), at.pick(['#a99a7d', '#4e4638', '#d3c6a8']), {
      opacity: 0.6,
    });
  }
  const deck = '#4a3d31';
  for (const [x, y, h] of [
    [150, 930, 120],
    [250, 940, 115],
    [350, 955, 108],
    [450, 968, 100],
    [545, 980, 92],
  ] as const) {
    at.rect(x, y - 25, 11, h, '#382e26');
    at.rect(x + 42, y - 45, 9, h - 12, '#41362c');
  }
  at.shape(
    [
      [90, 895],
      [560, 945],
      [620, 922],
      [150, 872],
    ],
    deck,
  );
  at.shape(
    [
      [90, 895],
      [560, 945],
      [560, 958],
      [90, 909],
    ],
    '#2f2721',
  );
  for (let n = 0; n < 16; n += 1)
    at.line(
      [
        [105 + n * 29, 896 + n * 3.1],
        [163 + n * 29, 874 + n * 3.1],
      ],
      '#6a5947',
      3,
      { opacity: 0.7 },
    );
  for (let n = 0; n < 120; n += 1) {
    const x = at.between(-10, 330);
    const y = at.between(1090, 1210);
    at.line(
      [
        [x, y],
        [x + at.between(-14, 22), y - at.between(50, 150)],
      ],
      at.pick(['#3d4636', '#57603f', '#7c7a4d']),
      at.between(2, 5),
      { opacity: 0.85 },
    );
  }
}

function boat(at: Painting, x: number, y: number): void {
  at.oval(x + 70, y + 36, 190, 15, '#2b4252', { opacity: 0.55, blur: 4 });
  at.path(
    `M${x - 90} ${y - 8} C${x - 60} ${y + 48} ${x + 190} ${y + 50} ${x + 240} ${y - 16} C${x + 150} ${y + 8} ${x - 10} ${y + 8} ${x - 90} ${y - 8}Z`,
    '#7c3b2e',
  );
  at.path(
    `M${x - 90} ${y - 8} C${x - 10} ${y + 8} ${x + 150} ${y + 8} ${x + 240} ${y - 16} L${x + 226} ${y - 4} C${x + 140} ${y + 18} ${x - 10} ${y + 18} ${x - 84} ${y + 2}Z`,
    '#c9774f',
  );
  at.rect(x + 20, y - 4, 74, 8, '#4c2a22');
  at.line(
    [
      [x + 100, y - 6],
      [x + 262, y + 34],
    ],
    '#8b745a',
    5,
  );
}
